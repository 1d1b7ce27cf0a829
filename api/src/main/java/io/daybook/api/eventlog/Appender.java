package io.daybook.api.eventlog;

import io.daybook.kernel.ConditionTable;
import io.daybook.kernel.RiderTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Group commit without lingering: whatever waits when one flush ends is the next flush. Acknowledged means durable.
 * A unit that conflicts fails alone: its flush is rolled back and the units of it are written one by one.
 */
public final class Appender implements AutoCloseable {
    private static final int UNITS_PER_FLUSH = 500;

    private final DataSource database;
    private final InstantSource clock;
    private final LongConsumer onAppended;
    private final BlockingQueue<AppendUnit> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
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
        try {
            return unit.written().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join(TimeUnit.SECONDS.toMillis(30));
    }

    private void run() {
        List<AppendUnit> flush = new ArrayList<>();
        while (!closed || !waiting.isEmpty()) {
            try {
                AppendUnit first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) continue;
                flush.add(first);
                waiting.drainTo(flush, UNITS_PER_FLUSH - 1);
                write(flush);
            } catch (InterruptedException e) {
                closed = true;
            } catch (Throwable failure) { // the one named place: whoever waits must hear, whatever happened
                RuntimeException told =
                        failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
                flush.forEach(unit -> unit.written().completeExceptionally(told));
            } finally {
                flush.clear();
            }
        }
    }

    private void write(List<AppendUnit> units) {
        SQLException failure = tryToWrite(units);
        if (failure == null) return;
        for (AppendUnit unit : units) {
            SQLException own = tryToWrite(List.of(unit));
            if (own != null) unit.written().completeExceptionally(AppendFailures.explain(own, unit));
        }
    }

    private @Nullable SQLException tryToWrite(List<AppendUnit> units) {
        try (Connection connection = database.getConnection()) {
            List<Long> positions;
            try {
                positions = flush(connection, units);
            } catch (SQLException e) {
                if (!connection.getAutoCommit()) rollback(connection, e);
                if (units.size() == 1 && AppendFailures.isCommandTaken(e)) {
                    Long ours = LogTable.positionOf(connection, units.getFirst().command())
                            .orElse(null);
                    if (ours != null) {
                        acknowledge(units, List.of(ours));
                        return null;
                    }
                }
                return e;
            }
            acknowledge(units, positions);
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    private List<Long> flush(Connection connection, List<AppendUnit> units) throws SQLException {
        boolean alone = units.stream().allMatch(unit -> unit.riders().isEmpty());
        connection.setAutoCommit(alone);
        List<Long> positions = LogTable.append(connection, clock.instant(), units);
        if (alone) return positions;
        Set<RiderTable> asked = new HashSet<>();
        for (AppendUnit unit : units)
            for (RiderTable rider : unit.riders())
                if (!(rider instanceof ConditionTable) || asked.add(rider)) rider.write(connection);
        connection.commit();
        connection.setAutoCommit(true);
        return positions;
    }

    private void acknowledge(List<AppendUnit> units, List<Long> positions) {
        onAppended.accept(positions.stream().mapToLong(Long::longValue).max().orElse(0));
        for (int i = 0; i < units.size(); i++) units.get(i).written().complete(positions.get(i));
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
