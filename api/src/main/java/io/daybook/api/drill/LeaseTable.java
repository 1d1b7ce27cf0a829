package io.daybook.api.drill;

import io.daybook.api.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Which node is in charge of a rail, as an onlooker reads it. */
record LeaseTable(DatabaseAccess access) {
    /** The id of whoever has it or had it last; empty before anybody had it. */
    String owner(String rail) {
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                PreparedStatement asked =
                        connection.prepareStatement("SELECT owner FROM daybook.engine_lease WHERE name = ?")) {
            asked.setString(1, rail);
            try (ResultSet row = asked.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the drill's own database does not answer", e);
        }
    }
}
