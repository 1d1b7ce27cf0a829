package io.daybook.notice;

import static io.daybook.shell.SqlTable.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keeps what became of notices; each statement is a transaction of its own, and none is open while one is sent. */
final class NoticeDeliveryTable implements NoticeDeliveries {
    private final DataSource source;

    NoticeDeliveryTable(DataSource source) {
        this.source = source;
    }

    @Override
    public boolean claim(Notice notice, Instant now) {
        return execute("""
                        INSERT INTO daybook.notice_delivery AS known (notice, attempts, tried_at) VALUES (?, 1, ?)
                        ON CONFLICT (notice) DO UPDATE SET attempts = known.attempts + 1, tried_at = excluded.tried_at
                         WHERE known.sent_at IS NULL AND known.attempts = ?
                        """, notice.id(), now, notice.attempts()) == 1;
    }

    @Override
    public void sent(Notice notice, Instant now) {
        execute(
                "UPDATE daybook.notice_delivery SET sent_at = ?, failure = NULL WHERE notice = ? AND sent_at IS NULL",
                now,
                notice.id());
    }

    @Override
    public void failed(Notice notice, String failure) {
        execute(
                "UPDATE daybook.notice_delivery SET failure = ? WHERE notice = ? AND sent_at IS NULL",
                failure,
                notice.id());
    }

    private int execute(String sql, @Nullable Object... values) {
        try (Connection connection = source.getConnection()) {
            return update(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException("what became of a notice could not be written down", e);
        }
    }
}
