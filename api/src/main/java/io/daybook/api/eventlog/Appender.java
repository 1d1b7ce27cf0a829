package io.daybook.api.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit without lingering: whatever waits when one flush ends is the next flush. Acknowledged means durable.
 * Who comes alone writes with their own hand, as to wake another thread takes as long as to write; for many, one thread does,
 * flush after flush. A unit that conflicts fails alone: its flush is rolled back and the units of it are written one by one.
 */
public final class Appender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final int UNITS_PER_FLUSH = 500;
    private static final long UNUSED_AT_MOST_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration LAST_FLUSHES = Duration.ofSeconds(30);

    private final DataSource database;
    private final InstantSource clock;
    private final LongConsumer onAppended;
    private final Queue<AppendUnit> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore pen = new Semaphore(1);
    private final Thread thread;
    /** Only for whoever holds the pen. Always the same, as each new one plans the insert again. */
    private @Nullable Connection connection;

    private long usedAt = System.nanoTime();

    /** The last flush had several units, so more are likely to come together: one thread gathers more of them. */
    private volatile boolean crowded;

    private volatile boolean closed;

    /** @param onAppended hears the new head of the log after each flush; must not block */
    public Appender(DataSource database, InstantSource clock, LongConsumer onAppended) {
        this.database = database;
        this.clock = clock;
        this.onAppended = onAppended;
        this.thread = Thread.ofPlatform().name("event-log-appender").daemon().start(this::run);
    }

    /**
     * Writes the unit and waits until it is durable; answers its last position.
     * Errors: ConcurrencyException, {@link CommandRepeated}, {@link AppendRefused} (a rider's constraint): nothing was written.
     * Anything else: unknown.
     */
    long append(AppendUnit unit) {
        if (closed) throw new IllegalStateException("the event log is closing");
        waiting.add(unit);
        // Whoever is interrupted writes to the end all the same: others may wait for this flush.
        boolean interrupted = Thread.interrupted();
        if (mayWriteAlone() && pen.tryAcquire()) writeAlone();
        else LockSupport.unpark(thread);
        while (!unit.isDone()) {
            unit.sleep();
            interrupted |= Thread.interrupted();
        }
        if (interrupted) Thread.currentThread().interrupt();
        return unit.lastPosition();
    }

    /** After the last order: returns when nothing waits. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        LockSupport.unpark(thread);
        thread.join(LAST_FLUSHES);
        if (!pen.tryAcquire(LAST_FLUSHES.toNanos(), TimeUnit.NANOSECONDS)) return;
        dropConnection();
        pen.release();
    }

    /** Whoever interrupts a virtual thread closes the socket it uses, and with it the work of all in its flush. */
    private boolean mayWriteAlone() {
        return !crowded && !Thread.currentThread().isVirtual();
    }

    private void run() {
        while (!closed || !waiting.isEmpty()) {
            if (waiting.isEmpty() || !pen.tryAcquire()) LockSupport.park(this);
            else writeAll();
        }
    }

    private void writeAlone() {
        try {
            flushNext();
        } finally {
            layDownPen();
        }
    }

    private void writeAll() {
        try {
            while (!waiting.isEmpty()) flushNext();
        } finally {
            layDownPen();
        }
    }

    /** Whoever began to wait meanwhile saw the pen taken, and sleeps. */
    private void layDownPen() {
        pen.release();
        if (!waiting.isEmpty()) LockSupport.unpark(thread);
    }

    private void flushNext() {
        List<AppendUnit> flush = new ArrayList<>();
        try {
            while (flush.size() < UNITS_PER_FLUSH) {
                AppendUnit next = waiting.poll();
                if (next == null) break;
                flush.add(next);
            }
            crowded = flush.size() > 1;
            if (!flush.isEmpty()) write(flush);
        } catch (Throwable failure) { // the one named place: whoever waits must hear, whatever happened
            RuntimeException told =
                    failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
            flush.stream().filter(unit -> !unit.isDone()).forEach(unit -> unit.failed(told));
        } finally {
            flush.forEach(AppendUnit::wake);
        }
    }

    private void write(List<AppendUnit> units) {
        SQLException failure = tryToWrite(units);
        if (failure == null) return;
        for (AppendUnit unit : units) {
            SQLException own = tryToWrite(List.of(unit));
            if (own != null) unit.failed(AppendFailures.explain(own, unit));
        }
    }

    private @Nullable SQLException tryToWrite(List<AppendUnit> units) {
        try {
            Connection connection = connection();
            List<Long> positions;
            try {
                positions = flush(connection, units);
            } catch (SQLException e) {
                if (!connection.getAutoCommit()) rollback(connection, e);
                if (units.size() == 1 && AppendFailures.isConstraint(e)) {
                    Long ours = LogTable.positionOf(connection, units.getFirst().command())
                            .orElse(null);
                    if (ours != null) {
                        acknowledge(units, List.of(ours));
                        return null;
                    }
                }
                dropConnection();
                return e;
            } catch (RuntimeException | Error e) {
                // To be committed by whoever sets auto-commit next would be worse than to be lost.
                dropRolledBack(connection, e);
                throw e;
            }
            acknowledge(units, positions);
            return null;
        } catch (SQLException e) {
            dropConnection();
            return e;
        }
    }

    /** The one that was used last, unless it has rested: then the pool is asked, which tries it first. */
    private Connection connection() throws SQLException {
        long now = System.nanoTime();
        if (now - usedAt > UNUSED_AT_MOST_NANOS) dropConnection();
        usedAt = now;
        Connection known = connection;
        if (known != null && !known.isClosed()) return known;
        Connection fresh = database.getConnection();
        connection = fresh;
        return fresh;
    }

    private void dropRolledBack(Connection used, Throwable because) {
        try {
            if (!used.getAutoCommit()) used.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        } finally {
            dropConnection();
        }
    }

    /** Back to the pool, which knows whether it can still be used. */
    private void dropConnection() {
        Connection dropped = connection;
        connection = null;
        try {
            if (dropped != null) dropped.close();
        } catch (SQLException e) {
            LOG.debug("a connection could not be given back", e);
        }
    }

    private List<Long> flush(Connection connection, List<AppendUnit> units) throws SQLException {
        boolean alone = units.stream().allMatch(unit -> unit.riders().isEmpty());
        connection.setAutoCommit(alone);
        List<Long> positions = LogTable.append(connection, clock.instant(), units);
        if (alone) return positions;
        RidersOfFlush.write(connection, units);
        connection.commit();
        connection.setAutoCommit(true);
        return positions;
    }

    private void acknowledge(List<AppendUnit> units, List<Long> positions) {
        onAppended.accept(positions.stream().mapToLong(Long::longValue).max().orElse(0));
        for (int i = 0; i < units.size(); i++) units.get(i).written(positions.get(i));
    }

    private static void rollback(Connection connection, SQLException because) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }
}
