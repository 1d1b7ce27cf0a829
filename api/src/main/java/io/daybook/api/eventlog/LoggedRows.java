package io.daybook.api.eventlog;

import io.daybook.explain.LogViews;
import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Rows of the log by their places, for explanations. */
public final class LoggedRows implements LogViews {
    private final DataSource database;
    private final LogReader reader;

    public LoggedRows(DataSource database, LogReader reader) {
        this.database = database;
        this.reader = reader;
    }

    @Override
    public List<Recorded> at(Collection<Long> positions) {
        if (positions.isEmpty()) return List.of();
        try (Connection connection = database.getConnection()) {
            return reader.at(connection, positions);
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be read", e);
        }
    }

    @Override
    public List<Recorded> ofStreams(Collection<String> streams, Collection<String> names) {
        if (streams.isEmpty()) return List.of();
        try (Connection connection = database.getConnection()) {
            return reader.named(connection, streams, names);
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be read", e);
        }
    }
}
