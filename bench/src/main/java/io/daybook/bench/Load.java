package io.daybook.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers that do one thing after another for a while, each waiting for its answer. */
final class Load {
    private static final int MOST = 1 << 20;

    private Load() {}

    @FunctionalInterface
    interface Operation {
        void run(int caller) throws Exception;
    }

    /** @param p99 in nanoseconds */
    record Pace(double perSecond, long p99) {}

    static Pace of(int callers, Duration time, Operation operation) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(callers);
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<long[]>> runs = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int number = caller;
                runs.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return repeat(number, time, operation);
                }));
            }
            List<long[]> latencies = new ArrayList<>();
            for (Future<long[]> run : runs) latencies.add(run.get());
            return pace(latencies, time);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call failed", e.getCause());
        }
    }

    private static long[] repeat(int caller, Duration time, Operation operation) throws Exception {
        long[] latencies = new long[MOST];
        int count = 0;
        long began = System.nanoTime();
        long before = began;
        while (before - began < time.toNanos() && count < MOST) {
            operation.run(caller);
            long after = System.nanoTime();
            latencies[count++] = after - before;
            before = after;
        }
        return Arrays.copyOf(latencies, count);
    }

    private static Pace pace(List<long[]> latencies, Duration time) {
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        long p99 = all[(int) Math.min(all.length - 1L, all.length * 99L / 100)];
        return new Pace(all.length * 1e9 / time.toNanos(), p99);
    }
}
