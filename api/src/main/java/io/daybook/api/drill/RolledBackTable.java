package io.daybook.api.drill;

import io.daybook.api.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of the log that draw a number and never come to be. */
record RolledBackTable(DatabaseAccess access) {
    private static final String INSERT = """
            INSERT INTO daybook.event_log
                   (event_id, stream, stream_type, seq, type, revision, recorded_at, payload, metadata, salt)
            VALUES (gen_random_uuid(), 'account-never', 'account', 0, 'HoldPlaced', 1, now(), '{}', '{}', decode(repeat('00', 16), 'hex'))
            """;

    void insertAndRollBack(int times) {
        try (Connection connection = DriverManager.getConnection(
                        access.url(),
                        access.application().user(),
                        access.application().password());
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < times; i++) {
                insert.execute();
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the drill's own database does not answer", e);
        }
    }

    /** How many numbers below the newest event's no event has. */
    long numbersInVain() {
        try (Connection connection = DriverManager.getConnection(
                        access.url(),
                        access.application().user(),
                        access.application().password());
                PreparedStatement count =
                        connection.prepareStatement("SELECT max(position) - count(*) FROM daybook.event_log");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the drill's own database does not answer", e);
        }
    }
}
