package io.daybook.payout.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * At once, so many at a time. On platform threads: a provider's library may load classes or resources during a call, and
 * a virtual thread that does so holds its carrier.
 */
final class OnThreads implements Together {
    private static final int AT_ONCE = 64;
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().name("payouts-", 0).daemon().factory();

    @Override
    public <T> void all(Collection<T> items, Job<T> job) throws InterruptedException {
        if (items.isEmpty()) return;
        List<Callable<Boolean>> jobs = new ArrayList<>();
        for (T item : items)
            jobs.add(() -> {
                job.run(item);
                return true;
            });
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, items.size()), THREADS)) {
            for (Future<Boolean> done : threads.invokeAll(jobs)) done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error fatal) throw fatal;
            if (e.getCause() instanceof RuntimeException known) throw known;
            throw new IllegalStateException(e.getCause());
        }
    }
}
