package io.daybook.api.payouts;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.http.problem.Parked;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Write;
import io.daybook.api.operations.Operations;
import io.daybook.funding.FundingCommand.ReserveFunding;
import io.daybook.funding.FundingPoolId;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.payout.BatchContent;
import io.daybook.payout.BatchStatus;
import io.daybook.payout.Freezing;
import io.daybook.payout.FrozenContent;
import io.daybook.payout.Limits;
import io.daybook.payout.PayoutBatchCommand.CancelBatch;
import io.daybook.payout.PayoutBatchCommand.FreezeBatch;
import io.daybook.payout.PayoutBatchCommand.ReleaseBatch;
import io.daybook.payout.PayoutBatchCommand.Stake;
import io.daybook.payout.PayoutBatchView;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.payout.ReleaseTurn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The two steps of a batch that take more than one order: freezing, and releasing with the funding it needs. */
@Component
final class BatchDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration RELEASE_PATIENCE = Duration.ofSeconds(20);

    private final PayoutBatchViews batches;
    private final Freezing freezing;
    private final ReleaseTurn turn;
    private final RailDesk rails;
    private final ReleaseProgress progress;
    private final Stakes stakes;
    private final Operations operations;
    private final ProjectionProgress views;
    private final Limits limits;
    private final ZoneId zone;

    BatchDesk(
            PayoutBatchViews batches,
            Freezing freezing,
            ReleaseTurn turn,
            RailDesk rails,
            ReleaseProgress progress,
            Stakes stakes,
            Operations operations,
            ProjectionProgress views,
            DaybookProperties daybook) {
        this.batches = batches;
        this.freezing = freezing;
        this.turn = turn;
        this.rails = rails;
        this.progress = progress;
        this.stakes = stakes;
        this.operations = operations;
        this.views = views;
        this.zone = daybook.timeZone();
        DaybookProperties.Limits set = daybook.limits();
        this.limits = new Limits(set.payout(), set.contractorDay(), set.batch(), set.day());
    }

    void freeze(Write write, PayoutBatchView batch) {
        awaitViews();
        FrozenContent content = freezing.record(batch, write.caller().subject(), write.now());
        write.send(new FreezeBatch(batch.id(), content, write.caller().subject(), write.now()));
        freezing.forgetPlan(batch.id());
    }

    /** After a restore, what the provider has carried out is booked, not called off. */
    void cancel(Write write, PayoutBatchView batch) {
        awaitViews();
        mustShow("account-");
        boolean carriedOut = batches.hasTakenIn(batch.id());
        write.send(new CancelBatch(batch.id(), carriedOut, write.caller().subject(), write.now()));
    }

    /** What people decide about a batch they decide on the whole of it. Errors: {@code projection-behind}. */
    void awaitViews() {
        awaitViews(PATIENCE);
    }

    private void awaitViews(Duration patience) {
        if (!views.awaitCaughtUp(patience))
            throw ProblemException.of("projection-behind", "The views are not up to date; try again in a moment.");
        mustShow("batch-");
    }

    /** What is not in the views cannot be decided on. */
    private void mustShow(String streams) {
        if (!views.shows(streams)) throw Parked.problem();
    }

    /**
     * The rules about people, content and limits are looked at before money is set aside, and again by the batch itself.
     * The hash is of the lines as they are read now: whoever altered one is noticed here. One release at a time: the day's
     * limit counts what the one before has released. Errors: {@code projection-behind} while the views do not show that.
     */
    void release(Write write, PayoutBatchView found) throws InterruptedException {
        turn.take(() -> releaseNow(write, found));
        operations.start(
                ReleaseProgress.operationOf(found.id()),
                progress,
                write.caller().subject(),
                new ReleaseProgress.Input(found.id().value()));
    }

    private void releaseNow(Write write, PayoutBatchView found) throws InterruptedException {
        awaitViews(RELEASE_PATIENCE);
        PayoutBatchView batch = batches.byId(found.id()).orElse(found);
        String hash = BatchContent.hash(batches, batch.id());
        List<String> exceeded = limits.exceededBy(batches.exposure(batch.id(), dayOf(write.now())));
        Stake stake = stakes.of(batch.id(), write.caller());
        boolean fund = stake.isNone() && maybe(batch, hash, exceeded, write);
        if (fund) {
            rails.settleBooks(batch.rail());
            write.sendBeside(new ReserveFunding(
                    FundingPoolId.of(batch.rail(), batch.currency()), batch.id().value(), batch.total(), write.now()));
        }
        write.send(new ReleaseBatch(
                batch.id(), hash, exceeded, fund, write.caller().subject(), stake, write.now()));
        views.awaitCaughtUp(RELEASE_PATIENCE);
    }

    private static boolean maybe(PayoutBatchView batch, String hash, List<String> exceeded, Write write) {
        FrozenContent content = batch.content();
        return batch.status() == BatchStatus.APPROVED
                && content != null
                && content.hash().equals(hash)
                && !batch.maker().equals(write.caller().subject())
                && (exceeded.isEmpty() || batch.approvers().size() > 1);
    }

    private Instant dayOf(Instant now) {
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
