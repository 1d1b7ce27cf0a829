package io.daybook.payout;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * The turn as an advisory lock of a session, outside any transaction: whoever has it asks the provider. At most one connection
 * of a node waits for it.
 */
final class ReleaseTurnTable implements ReleaseTurn {
    private static final long KEY = 0x6461_7962_6f6f_6b52L;

    private final DataSource source;
    private final ReentrantLock here = new ReentrantLock(true);

    ReleaseTurnTable(DataSource source) {
        this.source = source;
    }

    @Override
    public void take(Work work) throws InterruptedException {
        here.lockInterruptibly();
        try (Connection connection = source.getConnection()) {
            ask(connection, "SELECT pg_advisory_lock(?)");
            try {
                work.run();
            } finally {
                ask(connection, "SELECT pg_advisory_unlock(?)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the turn of a release could not be taken", e);
        } finally {
            here.unlock();
        }
    }

    private static void ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, KEY);
            statement.execute();
        }
    }
}
