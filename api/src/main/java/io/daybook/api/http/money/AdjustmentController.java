package io.daybook.api.http.money;

import io.daybook.account.AccountCommand.ApproveAdjustment;
import io.daybook.account.AccountCommand.PostAdjustment;
import io.daybook.account.AccountEntryId;
import io.daybook.account.AccountEntryView;
import io.daybook.account.AccountId;
import io.daybook.account.AccountViews;
import io.daybook.account.AccountViews.Made;
import io.daybook.account.AccountViews.Seen;
import io.daybook.account.Adjustment;
import io.daybook.account.AdjustmentId;
import io.daybook.account.AdjustmentKind;
import io.daybook.account.AdjustmentView;
import io.daybook.api.books.Viewpoints;
import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.http.people.ContractorRef;
import io.daybook.api.http.people.ContractorRefs;
import io.daybook.api.http.people.PaidIn;
import io.daybook.api.http.people.People;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.AheadOfViews;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Texts;
import io.daybook.api.http.request.Write;
import io.daybook.api.security.Caller;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.PersonVault;
import io.daybook.money.Money;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What finance adds to an account or takes from it by hand; a second person above the limit. */
@RestController
@RequestMapping("/api/v1/adjustments")
final class AdjustmentController {
    private static final Map<String, String> PLACES =
            Map.of("not-positive", "/amount/amount", "insufficient-available", "/amount/amount");

    private final AccountViews accounts;
    private final People people;
    private final ContractorRefs refs;
    private final PaidIn paidIn;
    private final PersonVault vault;
    private final Viewpoints viewpoints;
    private final long fourEyesLimit;

    AdjustmentController(
            AccountViews accounts,
            People people,
            ContractorRefs refs,
            PaidIn paidIn,
            PersonVault vault,
            Viewpoints viewpoints,
            DaybookProperties daybook) {
        this.accounts = accounts;
        this.people = people;
        this.refs = refs;
        this.paidIn = paidIn;
        this.vault = vault;
        this.viewpoints = viewpoints;
        this.fourEyesLimit = daybook.fourEyesLimit();
    }

    /** @param direction and @param corrects (an account entry) with a CORRECTION, and only then */
    record NewAdjustment(
            String contractor,
            AdjustmentKind kind,
            Money amount,
            String reason,
            Adjustment.@Nullable Direction direction,
            @Nullable String corrects) {}

    /** Oldest first. @param contractor id or reference */
    @GetMapping
    Page<AdjustmentJson> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) AdjustmentJson.@Nullable Status status,
            @RequestParam(required = false) @Nullable String contractor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        ContractorId whose =
                contractor == null ? null : people.named(caller, contractor).id();
        Boolean posted = status == null ? null : status == AdjustmentJson.Status.POSTED;
        Viewpoints.Span span = viewpoints.span(from, to);
        Made made = new Made(posted, whose, span.from(), span.to());
        List<AdjustmentView> rows = accounts.adjustments(made, after(page.after()), page.fetch());
        ContractorRefs.Known known =
                refs.of(rows.stream().map(row -> row.account().contractor()).toList());
        return page.of(
                rows,
                row -> row.at() + " " + row.position(),
                row -> AdjustmentJson.of(row, known.of(row.account().contractor()), vault));
    }

    private static @Nullable Seen after(@Nullable String key) {
        if (key == null) return null;
        String[] parts = key.split(" ", 2);
        return new Seen(Instant.parse(parts[0]), Long.parseLong(parts[1]));
    }

    @GetMapping("/{id}")
    AdjustmentJson show(@PathVariable String id) {
        return json(known(id));
    }

    /** 201 when it is posted, 202 when it waits for a second person. */
    @PostMapping
    @AheadOfViews
    ResponseEntity<AdjustmentJson> post(Write write, @RequestBody NewAdjustment body) {
        ContractorRef whose = people.identified(write.caller(), body.contractor());
        ContractorId contractor = whose.id();
        write.about(contractor.person());
        AdjustmentId id = AdjustmentId.of(write.key());
        Adjustment adjustment = new Adjustment(
                id,
                body.kind(),
                body.amount(),
                vault.seal(contractor.person(), Texts.required("/reason", body.reason(), 2_000)),
                correction(write, contractor, body));
        paidIn.require(write, contractor, body.amount().currency());
        PostAdjustment order = new PostAdjustment(
                AccountId.of(contractor, body.amount().currency()),
                adjustment,
                write.caller().actor(),
                new Money(fourEyesLimit, body.amount().currency()),
                write.now());
        long position = write.send(order, PLACES);
        AdjustmentView view = write.isNew() ? decided(write, order, position) : known(write, id);
        return ResponseEntity.status(view.posted() ? 201 : 202)
                .location(URI.create("/api/v1/adjustments/" + id.value()))
                .body(AdjustmentJson.of(view, whose, vault));
    }

    private static AdjustmentView decided(Write write, PostAdjustment order, long position) {
        write.leaveToViews();
        return new AdjustmentView(
                order.account(),
                order.adjustment(),
                !order.needsSecondPerson(),
                order.maker().subject(),
                null,
                order.at(),
                position);
    }

    private AdjustmentView known(Write write, AdjustmentId id) {
        write.awaitViews();
        return known(id.value());
    }

    @PostMapping("/{id}/approve")
    AdjustmentJson approve(Write write, @PathVariable String id) {
        AdjustmentView view = known(id);
        write.about(view.account().contractor().person());
        AdjustmentId adjustment = view.adjustment().id();
        write.send(
                new ApproveAdjustment(view.account(), adjustment, write.caller().actor(), write.now()));
        write.awaitViews();
        return json(known(id));
    }

    private Adjustment.@Nullable Correction correction(Write write, ContractorId contractor, NewAdjustment body) {
        boolean expected = body.kind() == AdjustmentKind.CORRECTION;
        Adjustment.Direction direction = body.direction();
        String corrects = body.corrects();
        if (!expected && direction != null)
            throw ProblemException.at("/direction", "bad-value", "Only a CORRECTION has a direction.");
        if (!expected && corrects != null)
            throw ProblemException.at("/corrects", "bad-value", "Only a CORRECTION corrects an entry.");
        if (!expected) return null;
        if (direction == null)
            throw ProblemException.at("/direction", "missing-field", "A CORRECTION goes UP or DOWN.");
        if (corrects == null)
            throw ProblemException.at("/corrects", "missing-field", "A CORRECTION names the account entry.");
        write.awaitEarlierWrites();
        AccountEntryView entry = entry(corrects)
                .filter(found -> found.account().contractor().equals(contractor))
                .orElseThrow(() ->
                        ProblemException.at("/corrects", "not-found", "The contractor has no such account entry."));
        if (!entry.amount().currency().equals(body.amount().currency()))
            throw ProblemException.at("/amount/currency", "currency-mismatch", "That entry is in another currency.");
        return new Adjustment.Correction(direction, entry.id(), entry.kind());
    }

    private Optional<AccountEntryView> entry(String id) {
        try {
            return accounts.entry(new AccountEntryId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private AdjustmentView known(String id) {
        try {
            return accounts.adjustment(new AdjustmentId(id)).orElseThrow(AdjustmentController::missing);
        } catch (IllegalArgumentException e) {
            throw missing();
        }
    }

    private AdjustmentJson json(AdjustmentView view) {
        return AdjustmentJson.of(view, refs.of(view.account().contractor()), vault);
    }

    private static ProblemException missing() {
        return ProblemException.notFound("adjustment");
    }
}
