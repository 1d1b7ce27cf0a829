package io.daybook.api.http.idempotency;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps answers while they are on their way to those who asked; whatever waits when one write ends is the next write. */
final class AnswerKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerKeeper.class);
    private static final int AT_ONCE = 200;

    private final IdempotencyTable table;
    private final Consumer<Scope> whenKept;
    private final BlockingQueue<KeptAnswer.InScope> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    /** @param whenKept hears of each answer once it can be found in the table, or cannot be kept */
    AnswerKeeper(IdempotencyTable table, Consumer<Scope> whenKept) {
        this.table = table;
        this.whenKept = whenKept;
        this.thread = Thread.ofPlatform().name("answer-keeper").daemon().start(this::run);
    }

    void keep(KeptAnswer.InScope answer) {
        waiting.add(answer);
    }

    /** After the last request: what waits is written. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }

    private void run() {
        List<KeptAnswer.InScope> next = new ArrayList<>();
        while (!closed || !waiting.isEmpty()) {
            try {
                KeptAnswer.InScope first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) continue;
                next.add(first);
                waiting.drainTo(next, AT_ONCE - 1);
                table.keep(next);
            } catch (InterruptedException e) {
                closed = true;
            } catch (RuntimeException | Error e) {
                // A repeat is run again, which does nothing twice.
                LOG.warn("{} answers could not be kept", next.size(), e);
            } finally {
                next.forEach(kept -> whenKept.accept(kept.scope()));
                next.clear();
            }
        }
    }
}
