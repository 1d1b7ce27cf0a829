package io.daybook.api.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Single values from the catalogue. */
record Sql(Connection connection) {
    /** The first column of the only row, as text. */
    String text(String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                String value = rows.next() ? rows.getString(1) : null;
                return value == null ? "" : value;
            }
        }
    }

    boolean isTrue(String query, String... parameters) throws SQLException {
        return text(query, parameters).equals("t");
    }

    int number(String query, String... parameters) throws SQLException {
        return Integer.parseInt(text(query, parameters));
    }
}
