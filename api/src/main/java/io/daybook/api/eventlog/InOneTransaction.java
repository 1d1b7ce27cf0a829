package io.daybook.api.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Work that is committed whole or not at all. */
final class InOneTransaction {
    private InOneTransaction() {}

    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Errors: the work's own, and those of the commit; nothing was written then. */
    static <T> T of(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return of(connection, work);
        }
    }

    static <T> T of(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void rollBack(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }
}
