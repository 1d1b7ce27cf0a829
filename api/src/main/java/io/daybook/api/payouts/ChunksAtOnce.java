package io.daybook.api.payouts;

import io.daybook.payout.Freezing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Orders for chunks of lines, a few at a time: more would only hold more of a large batch in memory, as they share a flush. */
final class ChunksAtOnce implements Freezing.AtOnce, AutoCloseable {
    private static final int THREADS = 8;

    private final ExecutorService workers = Executors.newFixedThreadPool(
            THREADS, Thread.ofVirtual().name("freezing-", 0).factory());

    @Override
    public void all(List<Runnable> orders) {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (Runnable order : orders)
            tasks.add(() -> {
                order.run();
                return true;
            });
        try {
            for (Future<Boolean> done : workers.invokeAll(tasks)) done.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("freezing was interrupted", e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
