package io.daybook.api.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Work that is committed whole or not at all. */
public final class InOneTransaction {
    private InOneTransaction() {}

    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Errors: the work's own, and those of the commit; nothing was written then. */
    public static <T> T of(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return of(connection, work);
        }
    }

    static <T> T of(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            T result = work.with(connection);
            connection.commit();
            committed = true;
            return result;
        } finally {
            end(connection, committed);
        }
    }

    /** Also after an error that is no exception: to set auto-commit again would commit what is half done. */
    private static void end(Connection connection, boolean committed) throws SQLException {
        if (committed || rolledBack(connection)) connection.setAutoCommit(true);
    }

    /** Where not even that can be said the connection is gone, and the server has rolled back by itself. */
    private static boolean rolledBack(Connection connection) throws SQLException {
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            connection.close();
            return false;
        }
    }
}
