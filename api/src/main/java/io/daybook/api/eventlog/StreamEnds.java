package io.daybook.api.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How far each stream has come in the log, by whichever node. */
final class StreamEnds {
    private final DataSource database;

    StreamEnds(DataSource database) {
        this.database = database;
    }

    /** The {@code seq} of a stream's last event; −1 where it has none. */
    long lastSeq(String stream) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT coalesce(max(seq), -1) FROM daybook.event_log WHERE stream = ?")) {
            statement.setString(1, stream);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the end of stream " + stream + " could not be read", e);
        }
    }
}
