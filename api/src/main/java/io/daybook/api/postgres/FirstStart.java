package io.daybook.api.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a new embedded server still needs: the application's login and the database. */
final class FirstStart {
    private FirstStart() {}

    static void createWhatIsMissing(DatabaseAccess access, Credentials credentials, String database) {
        String url = access.url().replace("/" + database + "?", "/postgres?");
        try (Connection connection = DriverManager.getConnection(
                        url, access.owner().user(), access.owner().password());
                Statement statement = connection.createStatement()) {
            String application = credentials.application().user();
            if (!exists(connection, "SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ?", application)) {
                // Names and passwords are ours: identifiers and hexadecimal, nothing to escape.
                statement.execute("CREATE ROLE " + application + " LOGIN PASSWORD '"
                        + credentials.application().password() + "'");
            }
            if (!exists(connection, "SELECT 1 FROM pg_catalog.pg_database WHERE datname = ?", database)) {
                statement.execute("CREATE DATABASE " + database);
            }
        } catch (SQLException e) {
            throw new CannotStart("The embedded PostgreSQL refuses its own password file: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
