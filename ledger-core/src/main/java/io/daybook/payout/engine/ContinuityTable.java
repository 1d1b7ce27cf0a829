package io.daybook.payout.engine;

import io.daybook.kernel.ConditionTable;
import io.daybook.kernel.Rider;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Putting a database back to an earlier point takes another start of its server, or another database, table or file in it. Whoever
 * deletes events by hand is found by the newest one that was seen.
 */
final class ContinuityTable implements Continuity {
    private static final Mark NONE = new Mark("", 0, "");

    private final DataSource source;

    ContinuityTable(DataSource source) {
        this.source = source;
    }

    @Override
    public Mark mark() {
        return since(NONE).now();
    }

    @Override
    public Rider ticket(@Nullable Mark seen) {
        return seen == null ? new Ticket(null, "") : new Ticket(seen.position(), seen.event());
    }

    private record Ticket(@Nullable Long position, String event) implements ConditionTable {
        @Override
        public void write(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement("SELECT daybook.require_event(?, ?)")) {
                statement.setObject(1, position, Types.BIGINT);
                statement.setString(2, event);
                statement.executeQuery().close();
            }
        }
    }

    @Override
    public Look since(Mark from) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT concat_ws('/', extract(epoch FROM pg_postmaster_start_time()),
                                         (SELECT oid FROM pg_database WHERE datname = current_database()),
                                         'daybook.event_log'::regclass::oid, pg_relation_filenode('daybook.event_log')) AS run,
                               coalesce(newest.position, 0) AS position, coalesce(newest.event_id::text, '') AS event,
                               ? = 0 OR EXISTS (SELECT FROM daybook.event_log WHERE position = ? AND event_id::text = ?) AS there
                          FROM (SELECT) AS always
                          LEFT JOIN (SELECT position, event_id FROM daybook.event_log ORDER BY position DESC LIMIT 1) AS newest
                            ON true
                        """)) {
            statement.setLong(1, from.position());
            statement.setLong(2, from.position());
            statement.setString(3, from.event());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Mark now = new Mark(row.getString("run"), row.getLong("position"), row.getString("event"));
                return new Look(now, row.getBoolean("there"), now.run().equals(from.run()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("whether the log has gone on could not be asked", e);
        }
    }
}
