package io.daybook.api.drill;

import io.daybook.api.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Which node is in charge of a rail, as an onlooker reads it. */
record LeaseTable(DatabaseAccess access) {
    /** How often the right to send has changed hands; 0 before anybody had it. */
    long fence(String rail) {
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                PreparedStatement asked =
                        connection.prepareStatement("SELECT fence FROM daybook.engine_lease WHERE name = ?")) {
            asked.setString(1, rail);
            try (ResultSet row = asked.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the drill's own database does not answer", e);
        }
    }
}
