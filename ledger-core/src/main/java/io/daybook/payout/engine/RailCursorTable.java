package io.daybook.payout.engine;

import static io.daybook.shell.SqlTable.one;
import static io.daybook.shell.SqlTable.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** One row per rail. */
final class RailCursorTable implements RailCursors {
    private final DataSource source;

    RailCursorTable(DataSource source) {
        this.source = source;
    }

    @Override
    public Optional<String> find(String rail) {
        return one(
                source, "SELECT cursor FROM daybook.rail_cursor WHERE rail = ?", row -> row.getString("cursor"), rail);
    }

    @Override
    public void move(String rail, String cursor) {
        try (Connection connection = source.getConnection()) {
            update(connection, """
                    INSERT INTO daybook.rail_cursor (rail, cursor) VALUES (?, ?)
                    ON CONFLICT (rail) DO UPDATE SET cursor = excluded.cursor
                    """, rail, cursor);
        } catch (SQLException e) {
            throw new IllegalStateException("how far a provider's book was read could not be written", e);
        }
    }
}
