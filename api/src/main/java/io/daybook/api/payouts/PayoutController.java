package io.daybook.api.payouts;

import io.daybook.account.AccountCommand.ClosePayout;
import io.daybook.account.AccountCommand.ReleasePayout;
import io.daybook.account.AccountCommand.RetryPayout;
import io.daybook.account.AccountViews;
import io.daybook.account.AccountViews.Filter;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutStatus;
import io.daybook.account.PayoutView;
import io.daybook.account.Signer;
import io.daybook.api.books.Viewpoints;
import io.daybook.api.http.people.ContractorRefs;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Write;
import io.daybook.api.payouts.BatchJson.DroppedJson;
import io.daybook.api.security.Caller;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorView;
import io.daybook.contractor.ContractorViews;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Single payouts: where each stands, and what a checker may do about it. */
@RestController
@RequestMapping("/api/v1")
final class PayoutController {
    private final AccountViews accounts;
    private final ContractorViews contractors;
    private final ContractorRefs refs;
    private final BatchPages batches;
    private final RailEngines engines;
    private final NextMoves moves;
    private final Stakes stakes;
    private final Viewpoints viewpoints;

    PayoutController(
            AccountViews accounts,
            ContractorViews contractors,
            ContractorRefs refs,
            BatchPages batches,
            RailEngines engines,
            NextMoves moves,
            Stakes stakes,
            Viewpoints viewpoints) {
        this.accounts = accounts;
        this.contractors = contractors;
        this.refs = refs;
        this.batches = batches;
        this.engines = engines;
        this.moves = moves;
        this.stakes = stakes;
        this.viewpoints = viewpoints;
    }

    @GetMapping("/payout-batches/{id}/payouts")
    Page<PayoutJson> ofBatch(
            PageRequest page, @PathVariable String id, @RequestParam(required = false) @Nullable PayoutStatus status) {
        String batch = batches.find(id).id().value();
        return list(page, new Filter(batch, null, status, null, false, false));
    }

    /** Lines of the approved list that became no payout, and why; their money stays where it was. */
    @GetMapping("/payout-batches/{id}/dropped")
    Page<DroppedJson> dropped(PageRequest page, @PathVariable String id) {
        String after = page.after();
        List<PayoutView.Dropped> rows = accounts.dropped(
                batches.find(id).id().value(), after == null ? null : new PayoutId(after), page.fetch());
        ContractorRefs.Known known =
                refs.of(rows.stream().map(row -> row.account().contractor()).toList());
        return page.of(
                rows,
                row -> row.id().value(),
                row -> new DroppedJson(
                        row.id(), known.of(row.account().contractor()), row.amount(), row.reason(), row.blocking()));
    }

    @GetMapping("/payouts")
    Page<PayoutJson> all(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable PayoutStatus status,
            @RequestParam(required = false) @Nullable String contractor,
            @RequestParam(defaultValue = "false") boolean unresolved,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Viewpoints.Span span = viewpoints.span(from, to);
        ContractorId whose =
                caller.seesEverybody() ? (contractor == null ? null : find(contractor)) : self(caller, contractor);
        return list(page, new Filter(null, whose, status, null, unresolved, false, span.from(), span.to()));
    }

    private ContractorId self(Caller caller, @Nullable String asked) {
        ContractorId self = caller.contractor();
        if (self == null || asked != null && !find(asked).equals(self)) throw ProblemException.notFound("contractor");
        return self;
    }

    private ContractorId find(String contractor) {
        return contractors
                .byReference(contractor)
                .map(ContractorView::id)
                .or(() -> contractors.byId(id(contractor)).map(ContractorView::id))
                .orElseThrow(() -> ProblemException.notFound("contractor"));
    }

    private static ContractorId id(String text) {
        try {
            return new ContractorId(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("contractor");
        }
    }

    private Page<PayoutJson> list(PageRequest page, Filter filter) {
        String after = page.after();
        List<PayoutView> rows = accounts.payouts(filter, after == null ? null : new PayoutId(after), page.fetch());
        ContractorRefs.Known known =
                refs.of(rows.stream().map(PayoutView::contractor).toList());
        Function<PayoutView, NextMoves.Outlook> outlook = moves.of(rows);
        return page.of(
                rows,
                payout -> payout.id().value(),
                payout -> PayoutJson.of(
                        payout, known.of(payout.contractor()), engines.nextAt(payout), outlook.apply(payout), null));
    }

    @GetMapping("/payouts/{id}")
    PayoutJson show(Caller caller, @PathVariable String id) {
        PayoutView payout = visible(caller, id);
        return PayoutJson.of(
                payout,
                refs.of(payout.contractor()),
                engines.nextAt(payout),
                moves.of(payout),
                accounts.timeline(payout.id()));
    }

    @PostMapping("/payouts/{id}/retry")
    PayoutJson retry(Write write, @PathVariable String id) {
        PayoutView payout = visible(write.caller(), id);
        write.send(new RetryPayout(
                payout.account(), payout.id(), restCancelled(payout), signer(write, payout), write.now()));
        return after(write, id);
    }

    @PostMapping("/payouts/{id}/release")
    PayoutJson release(Write write, @PathVariable String id) {
        PayoutView payout = visible(write.caller(), id);
        write.send(new ReleasePayout(
                payout.account(), payout.id(), restCancelled(payout), signer(write, payout), write.now()));
        return after(write, id);
    }

    @PostMapping("/payouts/{id}/close")
    PayoutJson close(Write write, @PathVariable String id) {
        PayoutView payout = visible(write.caller(), id);
        write.send(new ClosePayout(payout.account(), payout.id(), signer(write, payout), write.now()));
        return after(write, id);
    }

    private Signer signer(Write write, PayoutView payout) {
        return stakes.of(payout, write.caller());
    }

    private boolean restCancelled(PayoutView payout) {
        return batches.find(payout.batch()).restCancelled();
    }

    private PayoutJson after(Write write, String id) {
        write.awaitViews();
        return show(write.caller(), id);
    }

    private PayoutView visible(Caller caller, String id) {
        PayoutId payout;
        try {
            payout = new PayoutId(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("payout");
        }
        return accounts.payout(payout)
                .filter(known -> caller.sees(known.contractor()))
                .orElseThrow(() -> ProblemException.notFound("payout"));
    }
}
