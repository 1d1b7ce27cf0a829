package io.daybook.payout.engine;

import io.daybook.payout.PayoutBatchId;
import io.daybook.rail.Instruction;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailResult;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The one way out to a rail: in its pace, at most so many at a time, and never past a brake. */
final class Lane {
    private final PayoutRail rail;
    private final Passage passage;
    private final Brakes brakes;
    private final Semaphore inFlight;
    private final int looksAtOnce;
    private final SlidingWindow transfers;
    private final SlidingWindow payouts;
    private final SlidingWindow reads;

    Lane(PayoutRail rail, RailPace pace, Passage passage, Brakes brakes, Ticks ticks) {
        this.rail = rail;
        this.passage = passage;
        this.brakes = brakes;
        this.inFlight = new Semaphore(pace.maxInFlight());
        this.looksAtOnce = pace.looksAtOnce();
        this.transfers = new SlidingWindow(pace.requestsPerSecond(), ticks);
        this.payouts = new SlidingWindow(pace.requestsPerSecond(), ticks);
        this.reads = new SlidingWindow(pace.requestsPerSecond(), ticks);
    }

    /**
     * The brakes are looked at right before the call, when its turn has come.
     *
     * @param lastLook why this one must not leave any more; empty when it may. It may take its time: the brakes come after it
     * @param keyLives whether the provider surely still knows the key; last of all
     */
    Sending send(
            PayoutBatchId batch, Instruction instruction, Supplier<Optional<String>> lastLook, BooleanSupplier keyLives)
            throws InterruptedException {
        // Looked at now as well, so that whoever got its turn has little left to ask.
        Optional<String> early = brakes.on(batch, instruction).or(this::shut);
        if (early.isPresent()) return new Sending.HeldBack(early.get());
        SlidingWindow pace = paceOf(instruction);
        pace.enter(inFlight, 1);
        try {
            Optional<String> brake =
                    lastLook.get().or(() -> brakes.atLast(batch, instruction)).or(this::shut);
            if (brake.isPresent()) return new Sending.HeldBack(brake.get());
            if (!keyLives.getAsBoolean()) return new Sending.HeldBack("key-expired");
            RailResult result = rail.submit(instruction);
            if (result instanceof RailResult.Deferred(var why, var retryAfter)) pace.pause(retryAfter);
            return new Sending.Answered(result);
        } finally {
            inFlight.release();
        }
    }

    /** A log that was put back shuts what was open when this was picked; the brakes read from it, and may take their time. */
    private Optional<String> shut() {
        return passage.isOpen() ? Optional.empty() : Optional.of("gate-shut");
    }

    /** Reads are paced like the rest, and stopped by nothing. Errors: RailUnavailable. */
    <T> T read(Supplier<T> question) throws InterruptedException {
        return read(question, 1);
    }

    /** A look at many things that the rail makes several at a time: as many places are taken. Errors: RailUnavailable. */
    <T> T readBroadly(Supplier<T> question) throws InterruptedException {
        return read(question, looksAtOnce);
    }

    private <T> T read(Supplier<T> question, int places) throws InterruptedException {
        reads.enter(inFlight, places);
        try {
            return question.get();
        } finally {
            inFlight.release(places);
        }
    }

    private SlidingWindow paceOf(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Transfer transfer -> transfers;
            case Instruction.PayOut payOut -> payouts;
            case Instruction.Reversal reversal -> transfers;
        };
    }
}
