package io.daybook.api.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How many rows a question makes PostgreSQL look at, by its own count: what a plan really does, also the one that it keeps once
 * a statement has been asked a few times.
 */
public final class RowsLookedAt implements AutoCloseable {
    private static final int TIMES = 12;
    private final SingleConnectionDataSource source;

    public RowsLookedAt(TestDatabase database) throws SQLException {
        source = new SingleConnectionDataSource(database.application().getConnection(), true);
    }

    /** Asked through this, questions are counted. */
    public DataSource source() {
        return source;
    }

    /** At the last of several times that it is asked. */
    public long by(Runnable question) throws SQLException {
        for (int i = 1; i < TIMES; i++) question.run();
        long before = counted();
        question.run();
        return counted() - before;
    }

    /** Whole tables as well as what indexes led to. */
    private long counted() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_stat_force_next_flush()");
            List<Long> sums = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("""
                    SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint FROM pg_stat_user_tables
                    """)) {
                while (row.next()) sums.add(row.getLong(1));
            }
            return sums.getFirst();
        }
    }

    @Override
    public void close() {
        source.destroy();
    }
}
