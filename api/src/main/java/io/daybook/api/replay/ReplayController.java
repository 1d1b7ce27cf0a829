package io.daybook.api.replay;

import io.daybook.api.eventlog.Replay;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.AheadOfViews;
import io.daybook.api.http.request.Write;
import io.daybook.api.operations.Operation;
import io.daybook.api.operations.Operations;
import io.daybook.kernel.Hash;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asks for a replay of every view. */
@RestController
@AheadOfViews
@RequestMapping("/api/v1/replays")
class ReplayController {
    private final Operations operations;
    private final ReplayOperation replay;

    ReplayController(Operations operations, ReplayOperation replay) {
        this.operations = operations;
        this.replay = replay;
    }

    /**
     * @param acceptDifferences whether what is rebuilt takes the views' place though it is not the same
     * @param projection the one that is asked about; left out, all
     */
    record Input(
            @Nullable Boolean acceptDifferences, @Nullable String projection) {
        Replay.Wish wish() {
            return new Replay.Wish(Boolean.TRUE.equals(acceptDifferences), projection);
        }
    }

    @PostMapping
    ResponseEntity<Operation> start(Write write, @RequestBody(required = false) @Nullable Input body) {
        Input input = body == null ? new Input(false, null) : body;
        if (input.projection() != null && !replay.projections().contains(input.projection()))
            throw ProblemException.at(
                    "/projection",
                    "bad-value",
                    "There is no such projection: it is one of " + String.join(", ", replay.projections()) + ".");
        String id = "operation-" + Hash.shortKey("replay", write.key());
        Operation operation = operations.start(id, replay, write.caller().subject(), input);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/operations/" + operation.id()))
                .body(operation);
    }
}
