package io.daybook.api.http.people;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Revised;
import io.daybook.api.http.request.Texts;
import io.daybook.api.http.request.Write;
import io.daybook.api.security.Caller;
import io.daybook.contractor.ContractorCommand.LiftHold;
import io.daybook.contractor.ContractorCommand.PlaceHold;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorView.Hold;
import io.daybook.contractor.ContractorViews;
import io.daybook.contractor.HoldId;
import io.daybook.kernel.PersonVault;
import io.daybook.money.Money;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What finance keeps from being paid. */
@RestController
@RequestMapping("/api/v1/contractors/{id}/holds")
final class HoldController {
    private final ContractorViews contractors;
    private final People people;
    private final PaidIn paidIn;
    private final PersonVault vault;

    HoldController(ContractorViews contractors, People people, PaidIn paidIn, PersonVault vault) {
        this.paidIn = paidIn;
        this.contractors = contractors;
        this.people = people;
        this.vault = vault;
    }

    /** @param amount null blocks every payout and posts nothing */
    record NewHold(String reason, @Nullable Money amount) {}

    record HoldJson(
            HoldId id, @Nullable Money amount, @Nullable String reason, Instant placedAt) {}

    @GetMapping
    Page<HoldJson> list(Caller caller, PageRequest page, @PathVariable String id) {
        ContractorId contractor = people.visible(caller, id).id();
        String after = page.after();
        List<Hold> rows = contractors.holds(contractor).stream()
                .filter(hold -> after == null || place(hold).compareTo(after) > 0)
                .limit(page.fetch())
                .toList();
        return page.of(rows, HoldController::place, this::json);
    }

    /** The order holds are listed in: by when they were placed, to the microsecond, then by id. */
    private static String place(Hold hold) {
        return "%020d %s"
                .formatted(
                        ChronoUnit.MICROS.between(Instant.EPOCH, hold.placedAt()),
                        hold.id().value());
    }

    @PostMapping
    @Revised
    ResponseEntity<HoldJson> place(Write write, @PathVariable String id, @RequestBody NewHold body) {
        ContractorId contractor = people.visible(write.caller(), id).id();
        write.about(contractor.person());
        Money amount = body.amount();
        if (amount != null) paidIn.require(write, contractor, amount.currency());
        HoldId hold = HoldId.of(write.key());
        String reason = Texts.required("/reason", body.reason(), 2_000);
        Instant now = write.now();
        write.send(
                new PlaceHold(contractor, hold, amount, vault.seal(contractor.person(), reason), now),
                Map.of("not-positive", "/amount/amount"));
        write.awaitConsequences();
        String location = "/api/v1/contractors/" + contractor.value() + "/holds/" + hold.value();
        return ResponseEntity.created(URI.create(location)).body(new HoldJson(hold, amount, reason, now));
    }

    @DeleteMapping("/{holdId}")
    @Revised
    ResponseEntity<Void> lift(Write write, @PathVariable String id, @PathVariable String holdId) {
        ContractorId contractor = people.visible(write.caller(), id).id();
        write.send(new LiftHold(contractor, holdId(holdId), write.caller().actor(), write.now()));
        write.awaitConsequences();
        return ResponseEntity.noContent().build();
    }

    private HoldJson json(Hold hold) {
        return new HoldJson(hold.id(), hold.amount(), ContractorJson.opened(vault, hold.reason()), hold.placedAt());
    }

    private static HoldId holdId(String text) {
        try {
            return new HoldId(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("hold");
        }
    }
}
