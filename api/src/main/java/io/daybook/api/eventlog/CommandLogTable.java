package io.daybook.api.eventlog;

import io.daybook.kernel.CommandId;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Rejection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The first answers of all orders. */
final class CommandLogTable {
    private final DataSource database;

    CommandLogTable(DataSource database) {
        this.database = database;
    }

    /** A refusal read back: the code and sentence of the first answer. */
    record FirstRefusal(String code, String message) implements Rejection {}

    Optional<Outcome> find(CommandId id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT position, refused, message FROM daybook.command_log WHERE command_id = ?")) {
            statement.setString(1, id.value());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) return Optional.empty();
                String refused = row.getString(2);
                return Optional.of(
                        refused == null
                                ? new Outcome.Done(row.getLong(1), false)
                                : new Outcome.Refused(new FirstRefusal(refused, row.getString(3))));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the command log could not be read", e);
        }
    }
}
