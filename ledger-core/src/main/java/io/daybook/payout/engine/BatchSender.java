package io.daybook.payout.engine;

import io.daybook.account.AccountViews.Filter;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutStatus;
import io.daybook.account.PayoutView;
import io.daybook.kernel.Outcome;
import io.daybook.payout.BatchLine;
import io.daybook.payout.BatchStatus;
import io.daybook.payout.PayoutBatchCommand.BeginExecution;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchRejection.ContentChanged;
import io.daybook.payout.PayoutBatchView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One rail's work of sending: rounds of payouts, the unfinished first, then lines that wait. */
final class BatchSender {
    private static final int AT_A_TIME = 256;
    /** A round ends, so that what came up meanwhile is looked at with fresh eyes. */
    private static final int ROUND = 20_000;
    /** What a brake holds back must not fill every round, nor keep asking the provider. */
    private static final Duration WHILE_HELD = Duration.ofSeconds(1);

    private static final Drive GATE_SHUT = new Drive.Held("gate-shut");
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final System.Logger LOG = System.getLogger(BatchSender.class.getName());
    private static final List<PayoutStatus> UNFINISHED =
            List.of(PayoutStatus.SUBMITTING, PayoutStatus.UNKNOWN, PayoutStatus.RESERVED);

    private final String rail;
    private final EngineViews views;
    private final Orders orders;
    private final Brakes brakes;
    private final Gate gate;
    private final RailSwitch railSwitch;
    private final PayoutDriver driver;
    private final Memory memory;
    private final InStep inStep;
    private final Together together;
    private final int atOnce;
    private final InstantSource clock;
    private final Map<PayoutBatchId, BatchCursor> cursors = new HashMap<>();
    private boolean wasStopped;

    BatchSender(
            String rail,
            EngineViews views,
            Orders orders,
            Brakes brakes,
            Gate gate,
            RailSwitch railSwitch,
            PayoutDriver driver,
            Memory memory,
            InStep inStep,
            Together together,
            int atOnce,
            InstantSource clock) {
        this.rail = rail;
        this.views = views;
        this.orders = orders;
        this.brakes = brakes;
        this.gate = gate;
        this.railSwitch = railSwitch;
        this.driver = driver;
        this.memory = memory;
        this.inStep = inStep;
        this.together = together;
        this.atOnce = atOnce;
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
        Set<PayoutId> taken = new HashSet<>();
        together.following(() -> next(taken), atOnce, this::bring);
        return taken.size() >= ROUND;
    }

    /**
     * What is to be brought on now, each payout once a round; nothing while a brake holds. A stopped rail does not keep what was
     * never sent from being given up.
     */
    private List<Work> next(Set<PayoutId> taken) throws InterruptedException {
        if (taken.size() >= ROUND || brakes.onNode().isPresent()) return List.of();
        boolean stopped = railSwitch.stopped(rail).isPresent();
        // Whoever started it may have asked another node.
        if (wasStopped && !stopped) gate.doubt();
        wasStopped = stopped;
        if (stopped ? !gate.hasOpened() : !gate.isOpen()) return List.of();
        memory.forgetBefore(views.progress().projectedPosition(), clock.instant());
        List<Work> work = new ArrayList<>();
        if (!stopped) addUnfinished(taken, work);
        for (PayoutBatchView batch : views.batches().underWay(rail))
            if (!stopped || batch.restCancelled()) addLines(batch, taken, work);
        return work;
    }

    /** When a payout is taken up next; empty while something holds it back, or it is being sent. */
    Optional<Instant> nextAt(PayoutView payout) {
        PayoutBatchId batch = PayoutBatchId.of(payout.id());
        Optional<String> brake = payout.status() == PayoutStatus.UNKNOWN ? brakes.onRail() : brakes.on(batch);
        if (brake.isEmpty() && payout.status() == PayoutStatus.RESERVED)
            brake = brakes.on(payout.account(), payout.id(), payout.attempt());
        if (brake.isPresent() || !gate.hasOpened()) return Optional.empty();
        Instant now = clock.instant();
        Instant due = memory.of(payout.id()).dueAt();
        if (due.isAfter(now)) return Optional.of(due);
        return payout.status() == PayoutStatus.SUBMITTING ? Optional.empty() : Optional.of(now);
    }

    private void addUnfinished(Set<PayoutId> taken, List<Work> work) {
        long position = views.progress().projectedPosition();
        Instant now = clock.instant();
        for (PayoutStatus status : UNFINISHED) {
            PayoutId after = null;
            List<PayoutView> page;
            do {
                page = views.accounts().payouts(new Filter(null, null, status, rail, false, false), after, AT_A_TIME);
                for (PayoutView payout : page) {
                    after = payout.id();
                    if (work.size() < AT_A_TIME && memory.isDue(payout.id(), position, now) && taken.add(payout.id()))
                        work.add(new Work(payout.id(), () -> resume(payout)));
                }
            } while (page.size() == AT_A_TIME && work.size() < AT_A_TIME);
        }
    }

    /** Of what is not sealed nothing is begun, so that all of it can go once it is; what is given up does not leave. */
    private void addLines(PayoutBatchView batch, Set<PayoutId> taken, List<Work> work) {
        if (batch.status() == BatchStatus.PAUSED || work.size() >= AT_A_TIME) return;
        if (!batch.restCancelled() && brakes.onSeal(batch.id()).isPresent()) return;
        BatchCursor cursor = cursors.get(batch.id());
        if (cursor == null) {
            cursor = BatchCursor.find(batch, views);
            boolean over = cursor.isExhausted() && batch.status() != BatchStatus.RELEASED;
            if (!over && !begin(batch, cursor)) return;
            cursors.put(batch.id(), cursor);
        }
        Instant now = clock.instant();
        List<BatchLine> next = cursor.next(
                        AT_A_TIME - work.size(),
                        payout -> !taken.contains(payout) && memory.isDue(payout, Long.MAX_VALUE, now))
                .orElse(null);
        if (next == null) cursors.remove(batch.id());
        else if (!next.isEmpty()) {
            driver.lookAhead(next);
            for (BatchLine line : next)
                if (taken.add(batch.id().payout(line.line()))) addLine(batch, line, cursor, work);
        }
    }

    private void addLine(PayoutBatchView batch, BatchLine line, BatchCursor cursor, List<Work> work) {
        work.add(new Work(batch.id().payout(line.line()), () -> lineOf(batch, line, cursor)));
    }

    /** The batch itself is asked whether these are its lines; where they are not, nothing more leaves by this rail. */
    private boolean begin(PayoutBatchView batch, BatchCursor cursor) {
        Outcome outcome = orders.give(
                new BeginExecution(batch.id(), cursor.contentHash(), clock.instant()),
                batch.id().value());
        if (!(outcome instanceof Outcome.Refused(var reason))) return true;
        if (reason instanceof ContentChanged && isStillThere(batch, cursor)) {
            String why = "The lines of " + batch.id().value() + " are not the approved ones."
                    + " Rebuild the views from the log before the rail is started again.";
            railSwitch.stop(rail, new RailSwitch.Stop(reason.code(), why, "daybook", clock.instant()));
        }
        return false;
    }

    /** While views are rebuilt a batch and its lines may be gone for a moment: that alarms nobody. */
    private boolean isStillThere(PayoutBatchView batch, BatchCursor cursor) {
        return views.batches().byId(batch.id()).isPresent()
                && BatchCursor.find(batch, views).contentHash().equals(cursor.contentHash());
    }

    /** What was picked while the gate was open waits once it is shut: its intent would hide what is looked for. */
    private Drive resume(PayoutView payout) throws InterruptedException {
        return gate.hasOpened() ? driver.resume(payout) : GATE_SHUT;
    }

    private Drive lineOf(PayoutBatchView batch, BatchLine line, BatchCursor cursor) throws InterruptedException {
        inStep.await();
        if (!gate.hasOpened()) return GATE_SHUT;
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
