package io.daybook.api.eventlog;

import io.daybook.api.eventlog.ReplayTable.Before;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Empties every read model and lets the log fill it again; says table by table whether the rows came out the same.
 * Where the schema itself was dropped it is made again, and then there is nothing to compare with.
 */
public final class Replay {
    private static final Duration PATIENCE = Duration.ofHours(6);

    private final DataSource database;
    private final Projector projector;
    private final Runnable makeSchema;

    /** @param makeSchema makes what is missing of schema {@code view}; harmless where nothing is */
    public Replay(DataSource database, Projector projector, Runnable makeSchema) {
        this.database = database;
        this.projector = projector;
        this.makeSchema = makeSchema;
    }

    /**
     * What a replay came to.
     *
     * @param position how far the log reached when it began
     * @param compared false when rows before and after cannot be held together: the log moved on meanwhile, or the
     *     views were missing
     * @param madeAnew the views were missing
     * @param differing tables whose rows are not what they were
     */
    public record Report(long position, int tables, boolean compared, boolean madeAnew, List<String> differing) {}

    /**
     * One at a time over all nodes: a second one beside it would compare views that the first has just emptied. The same
     * id again empties nothing: it sees the interrupted one through.
     * Errors: IllegalStateException when the projections do not come as far again in six hours, or the database fails.
     */
    public Report run(String id) {
        try (Connection session = database.getConnection()) {
            ReplayTable.takeTurn(session);
            try {
                return inTurn(id);
            } finally {
                ReplayTable.giveTurnBack(session);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the views could not be rebuilt", e);
        }
    }

    private Report inTurn(String id) throws SQLException {
        makeSchema.run();
        if (inOneTransaction(this::beginIfMadeAnew)) return new Report(caughtUp(), tables(), false, true, List.of());
        Optional<Before> interrupted = inOneTransaction(connection -> ReplayTable.find(connection, id));
        if (interrupted.isPresent()) return rebuilt(interrupted.get());
        caughtUp();
        return rebuilt(inOneTransaction(connection -> restart(connection, id)));
    }

    /** Whether the schema was made since anybody filled it: then its tokens say nothing about it. */
    private boolean beginIfMadeAnew(Connection connection) throws SQLException {
        projector.lockTokens(connection);
        boolean anew = ViewTables.markBegun(connection);
        if (anew) {
            ViewTables.empty(connection);
            projector.restart(connection);
        }
        return anew;
    }

    private Before restart(Connection connection, String id) throws SQLException {
        Before before = new Before(projector.lockTokens(connection), ViewTables.digests(connection));
        ReplayTable.insert(connection, id, before);
        ViewTables.empty(connection);
        projector.restart(connection);
        return before;
    }

    private Report rebuilt(Before before) throws SQLException {
        while (true) {
            await(before.position());
            Map<String, String> after = new TreeMap<>();
            long position = inOneTransaction(connection -> {
                long reached = projector.lockTokens(connection);
                after.putAll(ViewTables.digests(connection));
                return reached;
            });
            if (position >= before.position()) return compare(before, position, after);
        }
    }

    private static Report compare(Before before, long position, Map<String, String> after) {
        boolean compared = position == before.position();
        List<String> differing = new ArrayList<>();
        if (compared)
            before.digests().forEach((table, digest) -> {
                if (!digest.equals(after.get(table))) differing.add(table);
            });
        return new Report(before.position(), after.size(), compared, false, List.copyOf(differing));
    }

    /** Waits until the views show the log as it is now; answers how far that is. */
    private long caughtUp() throws SQLException {
        long head = inOneTransaction(LogReader::head);
        await(head);
        return head;
    }

    private void await(long position) {
        if (!projector.await(position, PATIENCE))
            throw new IllegalStateException("the replay did not reach position " + position);
    }

    private int tables() throws SQLException {
        return inOneTransaction(ViewTables::names).size();
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T inOneTransaction(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
