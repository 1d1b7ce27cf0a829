package io.daybook.api.eventlog;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a step for as long as the log has more, then sleeps until it moves. A failing step is tried again, ever slower. */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration OTHER_NODES_MAY_HAVE_WRITTEN = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** Under load many facts are one step's work; who writes once in a while is followed at once. */
    private static final long APART_NANOS = Duration.ofMillis(20).toNanos();
    /** While nobody waits for what it does. */
    private static final long AT_MOST_APART_NANOS = Duration.ofMillis(100).toNanos();

    /** One bounded piece of work; answers whether there may be more at once. */
    @FunctionalInterface
    public interface Step {
        boolean run() throws Exception;
    }

    private final String name;
    private final Step step;
    private final HeadWatch head;
    private final HeadWatch done;
    private final Duration rest;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable String trouble;

    /** @param done how far the step has come: who waits there is in a hurry */
    public Follower(String name, HeadWatch head, HeadWatch done, Step step) {
        this(name, head, done, OTHER_NODES_MAY_HAVE_WRITTEN, step);
    }

    /** Looks every {@code rest} by the machine's clock, wherever the log stands. */
    public static Follower every(Duration rest, String name, Step step) {
        return new Follower(name, new HeadWatch(), new HeadWatch(), rest, step);
    }

    private Follower(String name, HeadWatch head, HeadWatch done, Duration rest, Step step) {
        this.name = name;
        this.step = step;
        this.head = head;
        this.done = done;
        this.rest = rest;
        this.thread = Thread.ofPlatform()
                .name(name)
                .daemon()
                .uncaughtExceptionHandler((dead, error) -> died(error))
                .start(this::run);
    }

    /** What stops it just now, for the health page; empty while all is well. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    public String name() {
        return name;
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(30));
    }

    private void run() {
        Duration pause = OTHER_NODES_MAY_HAVE_WRITTEN;
        while (!closed) {
            try {
                long seen = head.position();
                long began = System.nanoTime();
                boolean more = step.run();
                long took = System.nanoTime() - began;
                trouble = null;
                pause = OTHER_NODES_MAY_HAVE_WRITTEN;
                if (!more && head.await(seen + 1, rest)) standApart(began, took);
            } catch (InterruptedException e) {
                closed = true;
            } catch (Exception e) {
                if (closed) return;
                trouble = String.valueOf(e.getMessage());
                LOG.atError().addKeyValue("follower", name).setCause(e).log("stopped; will try again in {}", pause);
                pause = sleepAndDouble(pause);
            }
        }
    }

    /** As long again as the step took: half of the time at most is its own. */
    private void standApart(long began, long took) throws InterruptedException {
        long apart = Math.min(2 * took, APART_NANOS);
        TimeUnit.NANOSECONDS.sleep(began + apart - System.nanoTime());
        done.restWhileUnwanted(began + AT_MOST_APART_NANOS - System.nanoTime());
    }

    /** Nothing that a next try could mend: it stays down, and the health page says so until the process is restarted. */
    private void died(Throwable error) {
        trouble = "died of " + error;
        LOG.atError().addKeyValue("follower", name).setCause(error).log("died; this process must be restarted");
    }

    private Duration sleepAndDouble(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            closed = true;
        }
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
