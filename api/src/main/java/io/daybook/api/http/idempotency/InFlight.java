package io.daybook.api.http.idempotency;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Requests at work on this node: a repeat waits for the first. */
final class InFlight {
    private final Map<Scope, CountDownLatch> running = new ConcurrentHashMap<>();

    /** False when the first was still running at the end of the wait. */
    boolean enter(Scope scope, Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        CountDownLatch mine = new CountDownLatch(1);
        CountDownLatch other = running.putIfAbsent(scope, mine);
        while (other != null) {
            if (!other.await(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) return false;
            other = running.putIfAbsent(scope, mine);
        }
        return true;
    }

    void leave(Scope scope) {
        CountDownLatch mine = running.remove(scope);
        if (mine != null) mine.countDown();
    }
}
