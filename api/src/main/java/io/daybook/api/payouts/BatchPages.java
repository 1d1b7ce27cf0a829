package io.daybook.api.payouts;

import io.daybook.account.AccountViews;
import io.daybook.api.http.people.ContractorRefs;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.payouts.BatchJson.Counts;
import io.daybook.api.payouts.BatchJson.ExcludedJson;
import io.daybook.api.payouts.BatchJson.LineJson;
import io.daybook.api.payouts.BatchJson.PreviewJson;
import io.daybook.contractor.ContractorId;
import io.daybook.payout.BatchPlanner;
import io.daybook.payout.BatchStatus;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchView;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.payout.Preview;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Batches as clients see them, put together from the views. */
@Component
final class BatchPages {
    private final PayoutBatchViews batches;
    private final AccountViews accounts;
    private final BatchPlanner planner;
    private final ContractorRefs refs;
    private final InstantSource clock;

    BatchPages(
            PayoutBatchViews batches,
            AccountViews accounts,
            BatchPlanner planner,
            ContractorRefs refs,
            InstantSource clock) {
        this.batches = batches;
        this.accounts = accounts;
        this.planner = planner;
        this.refs = refs;
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
        return BatchJson.of(
                batch, counts(batch), operation(batch), batch.status() == BatchStatus.DRAFT ? preview(batch) : null);
    }

    BatchJson summary(PayoutBatchView batch) {
        return BatchJson.of(batch, counts(batch), operation(batch), null);
    }

    Counts counts(PayoutBatchView batch) {
        String id = batch.id().value();
        return Counts.of(accounts.counts(id), accounts.droppedCount(id), batch.lines());
    }

    private static @Nullable String operation(PayoutBatchView batch) {
        return batch.releasedAt() == null ? null : ReleaseProgress.operationOf(batch.id());
    }

    private PreviewJson preview(PayoutBatchView batch) {
        Instant now = clock.instant();
        Preview preview = planner.preview(batch, now);
        Set<ContractorId> all = new HashSet<>();
        preview.lines().forEach(line -> all.add(line.contractor()));
        preview.excluded().forEach(excluded -> all.add(excluded.contractor()));
        ContractorRefs.Known known = refs.of(all);
        return new PreviewJson(
                preview.lines().stream()
                        .map(line -> new LineJson(known.of(line.contractor()), line.amount()))
                        .toList(),
                preview.excluded().stream()
                        .map(excluded -> new ExcludedJson(
                                known.of(excluded.contractor()),
                                excluded.reasons().getFirst(),
                                excluded.reasons()))
                        .toList(),
                preview.total());
    }
}
