package io.daybook.payout.engine;

import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.one;
import static io.daybook.shell.SqlTable.update;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The switches as a history: the newest row of a rail is in force. Read again every second. */
final class RailSwitchTable implements RailSwitch {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final DataSource source;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    RailSwitchTable(DataSource source) {
        this.source = source;
    }

    private record Seen(Optional<Stop> stop, long at) {}

    @Override
    public Optional<Stop> stopped(String rail) {
        long now = System.nanoTime();
        Seen last = seen.get(rail);
        if (last != null && now - last.at() < FRESH_NANOS) return last.stop();
        Optional<Stop> stop = read(rail);
        seen.put(rail, new Seen(stop, now));
        return stop;
    }

    private Optional<Stop> read(String rail) {
        return one(source, """
                        SELECT stopped, code, reason, actor, switched_at FROM daybook.rail_switch
                         WHERE rail = ? ORDER BY id DESC LIMIT 1
                        """, RailSwitchTable::stop, rail).flatMap(found -> found);
    }

    private static Optional<Stop> stop(ResultSet row) throws SQLException {
        return row.getBoolean("stopped")
                ? Optional.of(new Stop(
                        row.getString("code"),
                        row.getString("reason"),
                        row.getString("actor"),
                        instant(row, "switched_at")))
                : Optional.empty();
    }

    @Override
    public void stop(String rail, Stop stop) {
        if (read(rail).filter(known -> known.code().equals(stop.code())).isEmpty())
            write(rail, true, stop.code(), stop.reason(), stop.actor(), stop.at());
    }

    @Override
    public void start(String rail, String actor, Instant at) {
        if (read(rail).isPresent()) write(rail, false, null, null, actor, at);
    }

    private void write(
            String rail, boolean stopped, @Nullable String code, @Nullable String reason, String actor, Instant at) {
        try (Connection connection = source.getConnection()) {
            update(connection, """
                    INSERT INTO daybook.rail_switch (rail, stopped, code, reason, actor, switched_at)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """, rail, stopped, code, reason, actor, at);
        } catch (SQLException e) {
            throw new IllegalStateException("the switch of a rail could not be written", e);
        }
        seen.remove(rail);
    }
}
