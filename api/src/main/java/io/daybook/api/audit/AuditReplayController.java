package io.daybook.api.audit;

import io.daybook.api.eventlog.ScratchReplay;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.AheadOfViews;
import io.daybook.api.http.request.Write;
import io.daybook.api.operations.Operation;
import io.daybook.api.operations.Operations;
import io.daybook.api.postgres.ScratchViews;
import io.daybook.kernel.Hash;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Replays the log up to a position into a schema that an auditor queries with SQL. */
@RestController
@AheadOfViews
@RequestMapping("/api/v1/audit/replays")
class AuditReplayController {
    private final Operations operations;
    private final AuditReplayOperation kind;
    private final ScratchReplay replay;

    AuditReplayController(Operations operations, AuditReplayOperation kind, ScratchReplay replay) {
        this.operations = operations;
        this.kind = kind;
        this.replay = replay;
    }

    /** @param to the last position that it holds; left out, all of the log @param schema that is made, or made anew */
    record NewReplay(String schema, @Nullable Long to) {}

    @PostMapping
    ResponseEntity<Operation> start(Write write, @RequestBody NewReplay body) {
        if (!ScratchViews.isName(body.schema()))
            throw ProblemException.at("/schema", "bad-value", "A schema's name is " + ScratchViews.NAMES + ".");
        long to = body.to() == null ? Long.MAX_VALUE : body.to();
        if (to < 0) throw ProblemException.at("/to", "bad-value", "A position is not below zero.");
        replay.obstacle(body.schema()).ifPresent(why -> {
            throw ProblemException.of("illegal-state", why);
        });
        String id = "operation-" + Hash.shortKey("audit-replay", write.key());
        Operation operation =
                operations.start(id, kind, write.caller().subject(), new AuditReplayOperation.Wish(body.schema(), to));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/operations/" + operation.id()))
                .body(operation);
    }

    @DeleteMapping("/{schema}")
    ResponseEntity<Void> drop(Write write, @PathVariable String schema) {
        if (!ScratchViews.isName(schema) || !replay.drop(schema)) throw ProblemException.notFound("schema");
        return ResponseEntity.noContent().build();
    }
}
