package io.daybook.api.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Empties every read model and lets the log fill it again; says table by table whether the rows came out the same. */
public final class Replay {
    private static final Duration PATIENCE = Duration.ofHours(6);

    private final DataSource database;
    private final Projector projector;

    public Replay(DataSource database, Projector projector) {
        this.database = database;
        this.projector = projector;
    }

    /**
     * What a replay came to.
     *
     * @param position how far the log reached when it began
     * @param compared false when the log moved on meanwhile, so that rows before and after cannot be held together
     * @param differing tables whose rows are not what they were
     */
    public record Report(long position, int tables, boolean compared, List<String> differing) {}

    /** Errors: IllegalStateException when the projections do not come as far again in six hours, or the database fails. */
    public Report run() {
        try {
            Before before = restart();
            if (!projector.await(before.position(), PATIENCE))
                throw new IllegalStateException("the replay did not reach position " + before.position());
            return compare(before);
        } catch (SQLException e) {
            throw new IllegalStateException("the views could not be rebuilt", e);
        }
    }

    private record Before(long position, Map<String, String> digests) {}

    private Before restart() throws SQLException {
        return inOneTransaction(connection -> {
            long position = projector.lockTokens(connection);
            Map<String, String> digests = ViewTables.digests(connection);
            ViewTables.empty(connection);
            projector.restart(connection);
            return new Before(position, digests);
        });
    }

    private Report compare(Before before) throws SQLException {
        return inOneTransaction(connection -> {
            boolean compared = projector.lockTokens(connection) == before.position();
            Map<String, String> after = ViewTables.digests(connection);
            List<String> differing = new ArrayList<>();
            if (compared)
                before.digests().forEach((table, digest) -> {
                    if (!digest.equals(after.get(table))) differing.add(table);
                });
            return new Report(before.position(), after.size(), compared, List.copyOf(differing));
        });
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
