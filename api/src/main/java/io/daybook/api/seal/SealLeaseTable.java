package io.daybook.api.seal;

import io.daybook.api.eventlog.InOneTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The right to seal, as a row with a time on the database's clock; whoever takes it over raises its fence. */
final class SealLeaseTable {
    private static final int SECONDS = 10;
    private static final long SURE_NANOS = TimeUnit.SECONDS.toNanos(SECONDS - 4);
    private static final long BETWEEN_RENEWALS_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final DataSource source;
    private final String owner = UUID.randomUUID().toString();
    private long asked = System.nanoTime() - BETWEEN_RENEWALS_NANOS;
    private volatile boolean held;
    private volatile boolean others;
    private volatile long fence;
    private volatile long sureUntil = System.nanoTime();

    SealLeaseTable(DataSource source) {
        this.source = source;
    }

    /** Whether this node seals; asked of the database every two seconds. Errors: IllegalStateException, then it may not know. */
    boolean keep() {
        long now = System.nanoTime();
        if (now - asked >= BETWEEN_RENEWALS_NANOS) {
            asked = now;
            held = renew();
            others = !held;
            if (held) sureUntil = now + SURE_NANOS;
        }
        return isHeld();
    }

    /** Whether this node surely has it still, without asking. */
    boolean isHeld() {
        return held && System.nanoTime() - sureUntil < 0;
    }

    /** Whether another node had it when this one last asked. */
    boolean isWithOthers() {
        return others;
    }

    Ticket ticket() {
        return new Ticket(owner, fence);
    }

    /** Lets another node go on at once. */
    void letGo() {
        held = false;
        asked = System.nanoTime();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "UPDATE daybook.seal_lease SET held_until = clock_timestamp() WHERE owner = ?")) {
            statement.setString(1, owner);
            statement.executeUpdate();
        } catch (SQLException e) {
            // Then it ends by itself.
            held = false;
        }
    }

    /** Errors: SQLException where another node has taken over; nothing is written then. */
    static void require(Connection connection, Ticket ticket) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT fence FROM daybook.seal_lease WHERE owner = ? AND fence = ? FOR SHARE")) {
            statement.setString(1, ticket.owner());
            statement.setLong(2, ticket.fence());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) throw new SQLException("another node seals the log now");
            }
        }
    }

    private boolean renew() {
        try {
            return InOneTransaction.of(source, connection -> {
                try (PreparedStatement statement = connection.prepareStatement("""
                        INSERT INTO daybook.seal_lease AS l (owner, fence, held_until)
                        VALUES (?, 1, clock_timestamp() + make_interval(secs => ?))
                        ON CONFLICT (only_one) DO UPDATE
                           SET owner = excluded.owner, held_until = excluded.held_until,
                               fence = CASE WHEN l.owner = excluded.owner THEN l.fence ELSE l.fence + 1 END
                         WHERE l.owner = excluded.owner OR l.held_until < clock_timestamp()
                            OR l.held_until > clock_timestamp() + make_interval(secs => ?)
                        RETURNING l.fence
                        """)) {
                    statement.setString(1, owner);
                    statement.setInt(2, SECONDS);
                    // No lease is that long: the clock was set back, and nobody should wait until it is there again.
                    statement.setInt(3, SECONDS);
                    try (ResultSet row = statement.executeQuery()) {
                        if (!row.next()) return false;
                        fence = row.getLong(1);
                        return true;
                    }
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException("the lease of the sealer could not be renewed", e);
        }
    }
}
