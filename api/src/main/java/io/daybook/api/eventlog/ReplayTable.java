package io.daybook.api.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The replays that have begun, and the turn of the one at work. */
final class ReplayTable {
    private static final long TURN = 7_310_578_313L;
    private static final TypeReference<Map<String, String>> DIGESTS = new TypeReference<>() {};

    private ReplayTable() {}

    /** The views as they were: how far they were, and a digest of each table. */
    record Before(long position, Map<String, String> digests) {}

    static void insert(Connection connection, String id, Before before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO daybook.replay (id, position, digests) VALUES (?, ?, ?::jsonb)")) {
            statement.setString(1, id);
            statement.setLong(2, before.position());
            statement.setString(3, JsonMapper.shared().writeValueAsString(before.digests()));
            statement.executeUpdate();
        }
    }

    static Optional<Before> find(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT position, digests FROM daybook.replay WHERE id = ?")) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Before(row.getLong(1), JsonMapper.shared().readValue(row.getString(2), DIGESTS)))
                        : Optional.empty();
            }
        }
    }

    /** Waits for the turn, which is the session's until it gives it back or ends. */
    static void takeTurn(Connection connection) throws SQLException {
        turn(connection, "SELECT pg_advisory_lock(?)");
    }

    static void giveTurnBack(Connection connection) throws SQLException {
        turn(connection, "SELECT pg_advisory_unlock(?)");
    }

    private static void turn(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, TURN);
            statement.executeQuery().close();
        }
    }
}
