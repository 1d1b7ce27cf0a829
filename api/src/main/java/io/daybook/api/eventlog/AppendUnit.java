package io.daybook.api.eventlog;

import io.daybook.kernel.RiderTable;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What one order writes, all or nothing, and what became of it. */
final class AppendUnit {
    private final List<EventRow> events;
    private final CommandRow command;
    private final List<RiderTable> riders;
    private final Thread waiter = Thread.currentThread();
    private volatile @Nullable Result result;

    private record Result(long lastPosition, @Nullable RuntimeException failure) {}

    private AppendUnit(List<EventRow> events, CommandRow command, List<RiderTable> riders) {
        this.events = events;
        this.command = command;
        this.riders = riders;
    }

    /** To be appended by the thread that makes it. */
    static AppendUnit of(List<EventRow> events, CommandRow command, List<RiderTable> riders) {
        return new AppendUnit(events, command, riders);
    }

    List<EventRow> events() {
        return events;
    }

    CommandRow command() {
        return command;
    }

    List<RiderTable> riders() {
        return riders;
    }

    void written(long lastPosition) {
        result = new Result(lastPosition, null);
    }

    void failed(RuntimeException failure) {
        result = new Result(0, failure);
    }

    boolean isDone() {
        return result != null;
    }

    /** Wakes whoever waits for it. */
    void wake() {
        if (waiter != Thread.currentThread()) LockSupport.unpark(waiter);
    }

    /** Sleeps until {@link #wake}, or for no reason. */
    void sleep() {
        if (!isDone()) LockSupport.park(this);
    }

    /** Of one that is done. Errors: what {@link #failed} was told. */
    long lastPosition() {
        Result done = result;
        if (done == null) throw new IllegalStateException("not written yet");
        if (done.failure() != null) throw done.failure();
        return done.lastPosition();
    }
}
