package io.daybook.payout.engine;

import static io.daybook.shell.SqlTable.update;

import io.daybook.kernel.ConditionTable;
import io.daybook.kernel.Rider;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A lease as a row with a time on the database's clock; whoever takes it over raises its fence. */
final class RailLeaseTable implements RailLease {
    private static final int SECONDS = 10;

    /** A heartbeat of theirs, and then some. */
    private static final int OTHERS_FIRST_SECONDS = 3;

    private static final long SURE_NANOS = TimeUnit.SECONDS.toNanos(SECONDS - 4);

    private final DataSource source;
    private final String rail;
    private final String owner = UUID.randomUUID().toString();
    private volatile long sureUntil = System.nanoTime();
    private volatile boolean held;
    private volatile long fence;

    RailLeaseTable(DataSource source, String rail) {
        this.source = source;
        this.rail = rail;
    }

    @Override
    public boolean renew(boolean isReady) {
        long asked = System.nanoTime();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        INSERT INTO daybook.engine_lease AS l (name, owner, fence, held_until)
                        VALUES (?, ?, 1, now() + make_interval(secs => ?))
                        ON CONFLICT (name) DO UPDATE
                           SET owner = excluded.owner, held_until = excluded.held_until,
                               fence = CASE WHEN l.owner = excluded.owner THEN l.fence ELSE l.fence + 1 END
                         WHERE l.owner = excluded.owner OR l.held_until < now() - make_interval(secs => ?)
                        RETURNING l.fence
                        """)) {
            statement.setString(1, rail);
            statement.setString(2, owner);
            statement.setInt(3, SECONDS);
            statement.setInt(4, isReady ? 0 : OTHERS_FIRST_SECONDS);
            try (ResultSet row = statement.executeQuery()) {
                held = row.next();
                if (held) {
                    fence = row.getLong(1);
                    sureUntil = asked + SURE_NANOS;
                }
                return held;
            }
        } catch (SQLException e) {
            return isHeld();
        }
    }

    @Override
    public boolean isHeld() {
        return held && System.nanoTime() - sureUntil < 0;
    }

    @Override
    public Rider ticket() {
        return new Ticket(rail, owner, fence);
    }

    private record Ticket(String rail, String owner, long fence) implements ConditionTable {
        @Override
        public void write(Connection connection) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT daybook.require_engine_lease(?, ?, ?)")) {
                statement.setString(1, rail);
                statement.setString(2, owner);
                statement.setLong(3, fence);
                statement.executeQuery().close();
            }
        }
    }

    @Override
    public void letGo() {
        held = false;
        try (Connection connection = source.getConnection()) {
            update(
                    connection,
                    "UPDATE daybook.engine_lease SET held_until = now() WHERE name = ? AND owner = ?",
                    rail,
                    owner);
        } catch (SQLException e) {
            held = false;
        }
    }
}
