package io.daybook.api.payouts;

import io.daybook.account.AccountViews;
import io.daybook.api.http.people.ContractorRefs;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.payouts.BatchJson.Counts;
import io.daybook.api.payouts.BatchJson.ExcludedJson;
import io.daybook.api.payouts.BatchJson.LineJson;
import io.daybook.api.payouts.BatchJson.LookAlikeJson;
import io.daybook.api.payouts.BatchJson.PreviewJson;
import io.daybook.contractor.ContractorId;
import io.daybook.payout.BatchLine;
import io.daybook.payout.BatchPlanner;
import io.daybook.payout.BatchPlans;
import io.daybook.payout.BatchStatus;
import io.daybook.payout.LookAlike;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchView;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.payout.Preview;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Batches as clients see them, put together from the views. */
@Component
final class BatchPages {
    private static final int LINES_AT_A_TIME = 10_000;

    private final PayoutBatchViews batches;
    private final AccountViews accounts;
    private final BatchPlanner planner;
    private final BatchPlans plans;
    private final ContractorRefs refs;
    private final BatchMoves moves;
    private final InstantSource clock;

    BatchPages(
            PayoutBatchViews batches,
            AccountViews accounts,
            BatchPlanner planner,
            BatchPlans plans,
            ContractorRefs refs,
            BatchMoves moves,
            InstantSource clock) {
        this.batches = batches;
        this.accounts = accounts;
        this.planner = planner;
        this.plans = plans;
        this.refs = refs;
        this.moves = moves;
        this.clock = clock;
    }

    /** Errors: {@code not-found}. */
    PayoutBatchView find(String id) {
        PayoutBatchId batch;
        try {
            batch = new PayoutBatchId(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("batch");
        }
        return batches.byId(batch).orElseThrow(() -> ProblemException.notFound("batch"));
    }

    BatchJson show(PayoutBatchView batch) {
        return switch (batch.status()) {
            case DRAFT -> draft(batch);
            case FROZEN, APPROVED -> frozen(batch);
            case RELEASED, EXECUTING, PAUSED, COMPLETED, PARTIALLY_COMPLETED, CANCELLED -> of(batch, null, null);
        };
    }

    private BatchJson draft(PayoutBatchView batch) {
        Preview preview = planner.preview(batch, clock.instant());
        return of(batch, preview(preview), lookAlikes(batch, preview.lines()));
    }

    /** Exactly the lines under the hash: what a second person approves. */
    private BatchJson frozen(PayoutBatchView batch) {
        List<BatchLine> lines = frozenLines(batch);
        return of(batch, preview(new Preview(lines, excluded(batch), batch.total())), lookAlikes(batch, lines));
    }

    private List<Preview.Excluded> excluded(PayoutBatchView batch) {
        return plans.excluded(batch.id(), null, Integer.MAX_VALUE);
    }

    /** Whom it leaves out: a draft as it would now, from then on as it was frozen. In the order of contractors' ids. */
    Page<ExcludedJson> excluded(PageRequest page, PayoutBatchView batch) {
        ContractorId after = page.after() == null ? null : new ContractorId(page.after());
        List<Preview.Excluded> rows = batch.status() == BatchStatus.DRAFT
                ? planner.preview(batch, clock.instant()).excluded().stream()
                        .sorted(Comparator.comparing(one -> one.contractor().value()))
                        .filter(one -> after == null || one.contractor().value().compareTo(after.value()) > 0)
                        .limit(page.fetch())
                        .toList()
                : plans.excluded(batch.id(), after, page.fetch());
        ContractorRefs.Known known =
                refs.of(rows.stream().map(Preview.Excluded::contractor).toList());
        return page.of(rows, one -> one.contractor().value(), one -> json(one, known));
    }

    private static ExcludedJson json(Preview.Excluded one, ContractorRefs.Known known) {
        return new ExcludedJson(known.of(one.contractor()), one.reasons().getFirst(), one.reasons());
    }

    private BatchJson of(
            PayoutBatchView batch, @Nullable PreviewJson preview, @Nullable List<LookAlikeJson> lookAlikes) {
        return BatchJson.of(
                batch, counts(batch), moves.waitsFor(batch), moves.of(batch), operation(batch), preview, lookAlikes);
    }

    private List<BatchLine> frozenLines(PayoutBatchView batch) {
        List<BatchLine> lines = new ArrayList<>();
        List<BatchLine> page;
        do {
            page = batches.lines(
                    batch.id(), lines.isEmpty() ? 0 : lines.getLast().line(), LINES_AT_A_TIME);
            lines.addAll(page);
        } while (page.size() == LINES_AT_A_TIME);
        return lines;
    }

    private List<LookAlikeJson> lookAlikes(PayoutBatchView batch, List<BatchLine> lines) {
        List<LookAlike> found = planner.lookAlikes(batch, lines, clock.instant());
        Set<ContractorId> named = new HashSet<>();
        for (LookAlike one : found) {
            named.add(one.contractor());
            if (one.other() != null) named.add(one.other());
        }
        ContractorRefs.Known known = refs.of(named);
        return found.stream()
                .map(one -> new LookAlikeJson(
                        known.of(one.contractor()),
                        one.kind(),
                        one.payout(),
                        one.other() == null ? null : known.of(one.other())))
                .toList();
    }

    BatchJson summary(PayoutBatchView batch) {
        return of(batch, null, null);
    }

    Counts counts(PayoutBatchView batch) {
        String id = batch.id().value();
        return Counts.of(accounts.counts(id), accounts.droppedCount(id), batch.lines());
    }

    private static @Nullable String operation(PayoutBatchView batch) {
        return batch.releasedAt() == null ? null : ReleaseProgress.operationOf(batch.id());
    }

    private PreviewJson preview(Preview preview) {
        Set<ContractorId> all = new HashSet<>();
        preview.lines().forEach(line -> all.add(line.contractor()));
        preview.excluded().forEach(excluded -> all.add(excluded.contractor()));
        ContractorRefs.Known known = refs.of(all);
        return new PreviewJson(
                preview.lines().stream()
                        .map(line -> new LineJson(known.of(line.contractor()), line.amount()))
                        .toList(),
                preview.excluded().stream()
                        .map(excluded -> json(excluded, known))
                        .toList(),
                preview.total());
    }
}
