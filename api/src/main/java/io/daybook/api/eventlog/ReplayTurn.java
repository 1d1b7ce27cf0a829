package io.daybook.api.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The turn of the one replay at work, over all nodes: a lock of the session that holds it. */
final class ReplayTurn {
    private static final long TURN = 7_310_578_313L;

    private ReplayTurn() {}

    /** Waits for the turn, which is the session's until it gives it back or ends. */
    static void take(Connection connection) throws SQLException {
        turn(connection, "SELECT pg_advisory_lock(?)");
    }

    static void giveBack(Connection connection) throws SQLException {
        turn(connection, "SELECT pg_advisory_unlock(?)");
    }

    private static void turn(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, TURN);
            statement.executeQuery().close();
        }
    }
}
