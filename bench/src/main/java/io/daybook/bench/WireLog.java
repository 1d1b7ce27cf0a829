package io.daybook.bench;

import io.daybook.rail.simulator.WireObserver;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** When the provider was told to move money, and how often it said "not so fast". Its answers take a while. */
final class WireLog implements WireObserver {
    private static final int TOO_MANY = 429;
    private static final int KINDS = 2;

    private final Duration latency;
    private final Queue<Long> taken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    WireLog(Duration latency) {
        this.latency = latency;
    }

    /**
     * @param perSecond of each of the two kinds of instructions, over the middle 80% of all
     * @param busiestSecond of each kind in the second that held the most of both, wherever it began
     */
    record Pace(double perSecond, double busiestSecond, double refusedPerThousand) {}

    @Override
    public void exchanged(Exchange exchange) {
        if (!exchange.method().equals("POST")) return;
        if (exchange.status() == TOO_MANY) refused.incrementAndGet();
        else taken.add(System.nanoTime());
        try {
            Thread.sleep(latency);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void forget() {
        taken.clear();
        refused.set(0);
    }

    Pace pace() {
        long[] times = taken.stream().mapToLong(Long::longValue).sorted().toArray();
        int cut = times.length / 10;
        long middle = times[times.length - 1 - cut] - times[cut];
        double perSecond = (times.length - 1 - 2 * cut) * 1e9 / middle;
        return new Pace(perSecond / KINDS, busiest(times) / KINDS, 1e3 * refused.get() / times.length);
    }

    private static double busiest(long[] times) {
        int most = 0;
        for (int first = 0, after = 0; first < times.length; first++) {
            while (after < times.length && times[after] - times[first] < TimeUnit.SECONDS.toNanos(1)) after++;
            most = Math.max(most, after - first);
        }
        return most;
    }
}
