package io.daybook.payout.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/**
 * At once, so many at a time. On platform threads: a provider's library may load classes or resources during a call, and
 * a virtual thread that does so holds its carrier.
 */
final class OnThreads implements Together {
    private static final int AT_ONCE = 64;
    private static final int WAITING = 32;
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
            for (Future<Boolean> done : threads.invokeAll(jobs)) seen(done);
        }
    }

    @Override
    public <T> void following(Source<T> source, int atOnce, Job<T> job) throws InterruptedException {
        Collection<T> items = source.next();
        if (items.isEmpty()) return;
        // A few wait, so that no thread does; what waits for long was looked ahead at for nothing.
        Semaphore room = new Semaphore(atOnce + WAITING);
        Queue<Future<Boolean>> running = new ArrayDeque<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce, THREADS)) {
            for (; !items.isEmpty(); items = source.next())
                for (T item : items) {
                    room.acquire();
                    running.add(threads.submit(() -> {
                        try {
                            job.run(item);
                            return true;
                        } finally {
                            room.release();
                        }
                    }));
                    while (!running.isEmpty() && running.element().isDone()) seen(running.remove());
                }
        }
        for (Future<Boolean> done : running) seen(done);
    }

    private static void seen(Future<Boolean> done) throws InterruptedException {
        try {
            done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error fatal) throw fatal;
            if (e.getCause() instanceof RuntimeException known) throw known;
            throw new IllegalStateException(e.getCause());
        }
    }
}
