package io.daybook.api.eventlog;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Remembers how far something has come and wakes whoever waits for it to come further. */
public final class HeadWatch {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition wanted = lock.newCondition();
    private long position;
    private int waiting;

    public void moved(long to) {
        lock.lock();
        try {
            if (to <= position) return;
            position = to;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it stands at {@code target} or further; false when the time ran out first. */
    public boolean await(long target, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            waiting++;
            wanted.signalAll();
            while (position < target) {
                if (left <= 0) return false;
                left = moved.awaitNanos(left);
            }
            return true;
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    /** Sleeps for as long as nobody waits, but no longer than that. */
    void restWhileUnwanted(long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (waiting == 0 && left > 0) left = wanted.awaitNanos(left);
        } finally {
            lock.unlock();
        }
    }

    /** It stands here now, be it further or further back than before: what is rebuilt starts again from the beginning. */
    void stands(long at) {
        lock.lock();
        try {
            position = at;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
