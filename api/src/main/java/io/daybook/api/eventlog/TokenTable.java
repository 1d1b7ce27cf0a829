package io.daybook.api.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How far each follower has come. The row lock is the claim: who holds it works, and it ends with the transaction. */
final class TokenTable {
    private static final String POSITIONS =
            "SELECT name, position FROM daybook.projection_token WHERE name = ANY(?) ORDER BY name";
    private static final String HELD_POSITIONS = POSITIONS + " FOR UPDATE";
    /**
     * What a follower writes follows from the log and goes with its token: a crash of the machine takes both back by a moment,
     * and they are made again. So its commits wait for no disk.
     */
    private static final String WITHOUT_WAITING = "set_config('synchronous_commit', 'off', true)";

    private static final String FREE_POSITIONS = "SELECT t.name, t.position FROM daybook.projection_token t, "
            + WITHOUT_WAITING + " WHERE t.name = ANY(?) ORDER BY t.name FOR UPDATE OF t SKIP LOCKED";

    private TokenTable() {}

    static void create(Connection connection, Collection<String> names) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO daybook.projection_token (name, position)
                SELECT n, 0 FROM unnest(?) AS n
                ON CONFLICT DO NOTHING
                """)) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray()));
            statement.executeUpdate();
        }
    }

    /** Where there is none yet, as far as the log has come: what was before is history. */
    static void createAtHead(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO daybook.projection_token (name, position)
                SELECT ?, coalesce(max(position), 0) FROM daybook.event_log
                ON CONFLICT DO NOTHING
                """)) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    /** Locks the rows until the transaction ends; empty when another node holds any of them. */
    static Map<String, Long> claim(Connection connection, Collection<String> names) throws SQLException {
        Map<String, Long> positions = select(connection, names, FREE_POSITIONS);
        return positions.size() == names.size() ? positions : Map.of();
    }

    /** Waits for the rows and locks them until the transaction ends. */
    static Map<String, Long> lock(Connection connection, Collection<String> names) throws SQLException {
        return select(connection, names, HELD_POSITIONS);
    }

    static Map<String, Long> positions(Connection connection, Collection<String> names) throws SQLException {
        return select(connection, names, POSITIONS);
    }

    private static Map<String, Long> select(Connection connection, Collection<String> names, String sql)
            throws SQLException {
        Map<String, Long> positions = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) positions.put(row.getString(1), row.getLong(2));
            }
        }
        return positions;
    }

    static void move(Connection connection, Collection<String> names, long position) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE daybook.projection_token SET position = ? WHERE name = ANY(?)")) {
            statement.setLong(1, position);
            statement.setArray(2, connection.createArrayOf("text", names.toArray()));
            statement.executeUpdate();
        }
    }

    /** Moves forward only: of two nodes at the same work the slower one changes nothing. */
    static void advance(Connection connection, Collection<String> names, long position) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE daybook.projection_token SET position = greatest(position, ?) FROM "
                        + WITHOUT_WAITING + " WHERE name = ANY(?)")) {
            statement.setLong(1, position);
            statement.setArray(2, connection.createArrayOf("text", names.toArray()));
            statement.executeUpdate();
        }
    }
}
