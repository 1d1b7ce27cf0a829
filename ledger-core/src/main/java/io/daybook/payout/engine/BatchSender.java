package io.daybook.payout.engine;

import io.daybook.account.AccountViews.Filter;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutStatus;
import io.daybook.account.PayoutView;
import io.daybook.payout.BatchLine;
import io.daybook.payout.BatchStatus;
import io.daybook.payout.PayoutBatchCommand.BeginExecution;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One rail's work of sending: rounds of payouts, the unfinished first, then lines that wait. */
final class BatchSender {
    private static final int ROUND = 512;
    /** What a brake holds back must not fill every round, nor keep asking the provider. */
    private static final Duration WHILE_HELD = Duration.ofSeconds(1);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final System.Logger LOG = System.getLogger(BatchSender.class.getName());
    private static final List<PayoutStatus> UNFINISHED =
            List.of(PayoutStatus.SUBMITTING, PayoutStatus.UNKNOWN, PayoutStatus.RESERVED);

    private final String rail;
    private final EngineViews views;
    private final Orders orders;
    private final Brakes brakes;
    private final Gate gate;
    private final PayoutDriver driver;
    private final Memory memory;
    private final InstantSource clock;
    private final Map<PayoutBatchId, BatchCursor> cursors = new HashMap<>();

    BatchSender(
            String rail,
            EngineViews views,
            Orders orders,
            Brakes brakes,
            Gate gate,
            PayoutDriver driver,
            Memory memory,
            InstantSource clock) {
        this.rail = rail;
        this.views = views;
        this.orders = orders;
        this.brakes = brakes;
        this.gate = gate;
        this.driver = driver;
        this.memory = memory;
        this.clock = clock;
    }

    /** What is to be brought on, under the payout it is about. */
    private record Work(PayoutId payout, Job job) {}

    @FunctionalInterface
    private interface Job {
        Drive run() throws InterruptedException;
    }

    /** One round; answers whether there may be more at once. Errors: whatever ended it, when that is no mere exception. */
    boolean round() throws InterruptedException {
        if (brakes.onRail().isPresent() || !gate.isOpen()) return false;
        memory.forgetBefore(views.progress().projectedPosition(), clock.instant());
        List<Work> work = unfinished();
        for (PayoutBatchView batch : views.batches().underWay(rail)) addLines(batch, work);
        Together.all(work, this::bring);
        return work.size() >= ROUND;
    }

    /** When a payout is taken up next; empty while something holds it back, or it is being sent. */
    Optional<Instant> nextAt(PayoutView payout) {
        PayoutBatchId batch = PayoutBatchId.of(payout.id());
        Optional<String> brake = payout.status() == PayoutStatus.UNKNOWN ? brakes.onRail() : brakes.on(batch);
        if (brake.isPresent() || !gate.hasOpened()) return Optional.empty();
        Instant now = clock.instant();
        Instant due = memory.of(payout.id()).dueAt();
        if (due.isAfter(now)) return Optional.of(due);
        return payout.status() == PayoutStatus.SUBMITTING ? Optional.empty() : Optional.of(now);
    }

    private List<Work> unfinished() {
        long position = views.progress().projectedPosition();
        Instant now = clock.instant();
        List<Work> work = new ArrayList<>();
        for (PayoutStatus status : UNFINISHED) {
            PayoutId after = null;
            List<PayoutView> page;
            do {
                page = views.accounts().payouts(new Filter(null, null, status, rail, false, false), after, ROUND);
                for (PayoutView payout : page) {
                    after = payout.id();
                    if (work.size() < ROUND && memory.isDue(payout.id(), position, now))
                        work.add(new Work(payout.id(), () -> driver.resume(payout)));
                }
            } while (page.size() == ROUND && work.size() < ROUND);
        }
        return work;
    }

    private void addLines(PayoutBatchView batch, List<Work> work) {
        if (batch.status() == BatchStatus.PAUSED || work.size() >= ROUND) return;
        if (batch.status() == BatchStatus.RELEASED)
            orders.once(
                    new BeginExecution(batch.id(), clock.instant()),
                    "begin:" + batch.id().value(),
                    batch.id().value());
        BatchCursor cursor = cursors.computeIfAbsent(batch.id(), id -> BatchCursor.find(id, batch.lines(), views));
        for (BatchLine line : cursor.next(ROUND - work.size()))
            if (memory.isDue(batch.id().payout(line.line()), Long.MAX_VALUE, clock.instant()))
                work.add(new Work(batch.id().payout(line.line()), () -> lineOf(batch, line, cursor)));
    }

    private Drive lineOf(PayoutBatchView batch, BatchLine line, BatchCursor cursor) throws InterruptedException {
        Drive drive = driver.drive(batch, line);
        if (!(drive instanceof Drive.Held)) cursor.handled(batch.id().payout(line.line()));
        return drive;
    }

    private void bring(Work work) throws InterruptedException {
        Drive drive;
        try {
            drive = work.job().run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, () -> work.payout().value() + " could not be brought on for now", e);
            drive = new Drive.Later(clock.instant().plus(AFTER_TROUBLE));
        }
        switch (drive) {
            case Drive.Rests(long position) -> memory.rests(work.payout(), position);
            case Drive.Later(Instant at) -> memory.due(work.payout(), at);
            case Drive.Held held -> memory.due(work.payout(), clock.instant().plus(WHILE_HELD));
        }
    }
}
