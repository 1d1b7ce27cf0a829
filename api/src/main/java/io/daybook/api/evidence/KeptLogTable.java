package io.daybook.api.evidence;

import io.daybook.audit.EventLeaf;
import io.daybook.audit.TreeHash;
import io.daybook.audit.check.KeptLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The log and its tree in one transaction, which sees one moment, read as they are wanted and never held. */
final class KeptLogTable implements KeptLog, AutoCloseable {
    private static final int ROWS_AT_ONCE = 2_000;

    private final Connection connection;
    private final List<Cursor<?>> open = new ArrayList<>();

    private KeptLogTable(Connection connection) {
        this.connection = connection;
    }

    static KeptLogTable open(DataSource source) {
        try {
            Connection connection = source.getConnection();
            try {
                connection.setAutoCommit(false);
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                return new KeptLogTable(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public Iterator<Leaf> leaves() {
        return cursor(
                "SELECT leaf_index, position, event_id, hash FROM daybook.log_leaf ORDER BY leaf_index",
                row -> new Leaf(
                        row.getLong("leaf_index"),
                        row.getLong("position"),
                        row.getObject("event_id", UUID.class),
                        TreeHash.claimed(row.getBytes("hash"))));
    }

    @Override
    public Iterator<EventLeaf> events() {
        return cursor("SELECT " + EventRowTable.COLUMNS + """
                  FROM daybook.event_log e
                 WHERE e.position <= greatest((SELECT max(l.position) FROM daybook.log_leaf l),
                                              (SELECT max(c.position) FROM daybook.log_checkpoint c))
                 ORDER BY e.position
                """, EventRowTable::read);
    }

    @Override
    public Optional<String> newestSigned() {
        return first("SELECT note FROM daybook.log_checkpoint ORDER BY id DESC LIMIT 1");
    }

    @Override
    public Optional<String> confirmed() {
        return first("""
                SELECT c.note
                  FROM daybook.log_anchored a
                  JOIN daybook.log_checkpoint c ON c.id = a.checkpoint_id
                """);
    }

    /** Every key that the database knows of. */
    List<String> vkeys() {
        List<String> keys = new ArrayList<>();
        cursor("SELECT vkey FROM daybook.log_key ORDER BY id DESC", row -> row.getString("vkey"))
                .forEachRemaining(keys::add);
        return keys;
    }

    /** The log's name. */
    Optional<String> origin() {
        return first("SELECT origin FROM daybook.log_identity");
    }

    private Optional<String> first(String sql) {
        Cursor<String> cursor = cursor(sql, row -> row.getString(1));
        return cursor.hasNext() ? Optional.of(cursor.next()) : Optional.empty();
    }

    private <T> Cursor<T> cursor(String sql, Row<T> reader) {
        try {
            PreparedStatement statement = connection.prepareStatement(sql);
            statement.setFetchSize(ROWS_AT_ONCE);
            Cursor<T> cursor = new Cursor<>(statement, statement.executeQuery(), reader);
            open.add(cursor);
            return cursor;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static final class Cursor<T> implements Iterator<T> {
        private final PreparedStatement statement;
        private final ResultSet rows;
        private final Row<T> reader;
        private boolean hasNext;

        Cursor(PreparedStatement statement, ResultSet rows, Row<T> reader) throws SQLException {
            this.statement = statement;
            this.rows = rows;
            this.reader = reader;
            this.hasNext = rows.next();
        }

        @Override
        public boolean hasNext() {
            return hasNext;
        }

        @Override
        public T next() {
            if (!hasNext) throw new NoSuchElementException("no more rows");
            try {
                T value = reader.read(rows);
                hasNext = rows.next();
                return value;
            } catch (SQLException e) {
                throw failed(e);
            }
        }
    }

    @Override
    public void close() {
        try (connection) {
            for (Cursor<?> cursor : open) cursor.statement.close();
            connection.rollback();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("the log could not be read", e);
    }
}
