package io.daybook.api.http.people;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Revised;
import io.daybook.api.http.request.Revisions;
import io.daybook.api.http.request.Texts;
import io.daybook.api.http.request.Write;
import io.daybook.api.security.Caller;
import io.daybook.contractor.BlockingReason;
import io.daybook.contractor.ContractorCommand.ApprovePayoutDestination;
import io.daybook.contractor.ContractorCommand.RegisterContractor;
import io.daybook.contractor.ContractorCommand.SetPayoutDestination;
import io.daybook.contractor.ContractorCommand.UpdateRequirements;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorRejection.ReferenceTaken;
import io.daybook.contractor.ContractorView;
import io.daybook.contractor.ContractorViews;
import io.daybook.contractor.ContractorViews.AnyOf;
import io.daybook.contractor.ContractorViews.Search;
import io.daybook.contractor.PersonalData;
import io.daybook.journal.Balance;
import io.daybook.journal.JournalViews;
import io.daybook.journal.Viewpoint;
import io.daybook.kernel.Findable;
import io.daybook.kernel.PersonVault;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is paid, what blocks a payout to them, and where their money goes. */
@RestController
@RequestMapping("/api/v1/contractors")
final class ContractorController {
    private final ContractorViews contractors;
    private final JournalViews journal;
    private final People people;
    private final PersonVault vault;
    private final PersonalData personal;
    private final Duration coolDown;
    private final Revisions revisions;
    private final InstantSource clock;

    ContractorController(
            ContractorViews contractors,
            JournalViews journal,
            People people,
            PersonVault vault,
            DaybookProperties daybook,
            Revisions revisions,
            InstantSource clock) {
        this.contractors = contractors;
        this.journal = journal;
        this.people = people;
        this.vault = vault;
        this.personal = new PersonalData(vault);
        this.coolDown = daybook.destinationCooldown();
        this.revisions = revisions;
        this.clock = clock;
    }

    record NewContractor(
            String reference,
            String name,
            String email,
            String country,
            Currency currency,
            @Nullable String payoutDestination) {}

    record NewDestination(String payoutDestination) {}

    record Approval(@Nullable Integer proposal) {}

    /** Blocking reasons to raise and to clear; those left out stay as they are. */
    record Requirements(
            @Nullable Set<BlockingReason> raised, @Nullable Set<BlockingReason> cleared) {}

    /**
     * Names and e-mails are sealed, so they are found whole: in any case of letters, but not by a part of them.
     *
     * @param q a reference, an e-mail or a name
     */
    @GetMapping
    Page<ContractorJson> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable Boolean payable,
            @RequestParam(required = false) @Nullable String q) {
        Search search = new Search(
                reference,
                email == null ? null : personal.emailIndex(email),
                name == null ? null : personal.nameIndex(name),
                q == null ? null : new AnyOf(q, personal.emailIndex(q), personal.nameIndex(q)),
                payable,
                clock.instant());
        List<ContractorView> rows = caller.seesEverybody()
                ? contractors.page(search, page.after(), page.fetch())
                : people.self(caller).filter(view -> page.after() == null).stream()
                        .toList();
        Map<ContractorId, List<Balance>> balances =
                journal.balances(rows.stream().map(ContractorView::id).toList());
        return page.of(
                rows,
                ContractorView::reference,
                row -> ContractorJson.of(row, balances.getOrDefault(row.id(), List.of()), vault, clock.instant()));
    }

    @GetMapping("/{id}")
    ResponseEntity<ContractorJson> show(Caller caller, @PathVariable String id) {
        ContractorId contractor = people.visible(caller, id).id();
        return revisions.tagged(contractor.value(), () -> json(people.known(contractor)));
    }

    @PostMapping
    ResponseEntity<ContractorJson> register(Write write, @RequestBody NewContractor body) {
        String reference = Texts.identifier("/reference", body.reference(), 200);
        ContractorId contractor = ContractorId.of(reference);
        write.about(contractor.person());
        String destination = body.payoutDestination();
        String country = Texts.identifier("/country", body.country(), 100);
        // Sealed without an index, a country is compared by whoever can open it, as rosters do.
        if (contractors.byId(contractor).filter(known -> !says(known, country)).isPresent())
            throw ProblemException.of(new ReferenceTaken(contractor));
        write.send(new RegisterContractor(
                contractor,
                reference,
                personal.name(contractor, Texts.identifier("/name", body.name(), 200)),
                personal.email(contractor, Texts.identifier("/email", body.email(), 320)),
                personal.seal(contractor, country),
                body.currency(),
                destination == null ? null : destination(contractor, destination),
                Set.of(),
                write.now()));
        write.awaitViews();
        return ResponseEntity.created(URI.create("/api/v1/contractors/" + contractor.value()))
                .body(json(people.known(contractor)));
    }

    /** 200 when it counts at once; 202 when it waits for a second person. */
    @PutMapping("/{id}/payout-destination")
    @Revised
    ResponseEntity<ContractorJson> setDestination(
            Write write, @PathVariable String id, @RequestBody NewDestination body) {
        ContractorId contractor = people.visible(write.caller(), id).id();
        write.about(contractor.person());
        Findable destination = destination(contractor, body.payoutDestination());
        write.send(
                new SetPayoutDestination(contractor, destination, write.caller().actor(), coolDown, write.now()));
        write.awaitViews();
        ContractorView view = people.known(contractor);
        ContractorView.Proposal proposal = view.proposal();
        boolean waits = proposal != null && proposal.destination().sameAs(destination);
        return ResponseEntity.status(waits ? 202 : 200).body(json(view));
    }

    @PostMapping("/{id}/payout-destination/approve")
    @Revised
    ContractorJson approveDestination(
            Write write, @PathVariable String id, @RequestBody(required = false) @Nullable Approval body) {
        ContractorId contractor = people.visible(write.caller(), id).id();
        write.about(contractor.person());
        write.send(new ApprovePayoutDestination(
                contractor,
                body == null ? null : body.proposal(),
                write.caller().actor(),
                coolDown,
                write.now()));
        write.awaitViews();
        return json(people.known(contractor));
    }

    @PutMapping("/{id}/requirements")
    @Revised
    ContractorJson updateRequirements(Write write, @PathVariable String id, @RequestBody Requirements body) {
        ContractorId contractor = people.visible(write.caller(), id).id();
        write.about(contractor.person());
        write.send(new UpdateRequirements(
                contractor,
                orNone(body.raised()),
                orNone(body.cleared()),
                write.caller().actor(),
                write.now()));
        write.awaitViews();
        return json(people.known(contractor));
    }

    private boolean says(ContractorView known, String country) {
        return vault.open(known.country()).filter(country::equals).isPresent();
    }

    private Findable destination(ContractorId contractor, String text) {
        return personal.destination(contractor, Texts.identifier("/payoutDestination", text, 200));
    }

    private ContractorJson json(ContractorView view) {
        return ContractorJson.of(view, journal.balances(view.id(), Viewpoint.NOW), vault, clock.instant());
    }

    private static Set<BlockingReason> orNone(@Nullable Set<BlockingReason> reasons) {
        return reasons == null ? Set.of() : reasons;
    }
}
