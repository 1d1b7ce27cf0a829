package io.daybook.payout.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Does many things at once, on virtual threads, so many at a time, and waits for all of them. */
final class Together {
    private static final int AT_ONCE = 64;

    private Together() {}

    @FunctionalInterface
    interface Job<T> {
        void run(T item) throws InterruptedException;
    }

    /** Errors: the first that any of them met; the others are seen through all the same. */
    static <T> void all(Collection<T> items, Job<T> job) throws InterruptedException {
        Semaphore room = new Semaphore(AT_ONCE);
        List<Callable<Boolean>> jobs = new ArrayList<>();
        for (T item : items)
            jobs.add(() -> {
                room.acquire();
                try {
                    job.run(item);
                    return true;
                } finally {
                    room.release();
                }
            });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> done : threads.invokeAll(jobs)) done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error fatal) throw fatal;
            if (e.getCause() instanceof RuntimeException known) throw known;
            throw new IllegalStateException(e.getCause());
        }
    }
}
