package io.daybook.api.seal;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A log, and nodes that seal it when they are told to. */
final class Stage implements AutoCloseable {
    private static final String[] GUARDED = {
        "event_log", "log_identity", "log_key", "log_leaf", "log_node", "log_checkpoint"
    };

    final TestDatabase database = TestPostgres.freshDatabase();
    final Path anchors;
    final Path keys;
    private final AtomicLong now = new AtomicLong();
    private final List<HikariDataSource> connections = new ArrayList<>();

    Stage(Path folder) {
        this.anchors = folder.resolve("anchors");
        this.keys = folder.resolve("keys");
    }

    /** Events of one person and of nobody, with bytes that no JSON library would write. */
    void append(int events) throws SQLException {
        owner("""
                INSERT INTO daybook.event_log
                       (event_id, stream, stream_type, seq, type, revision, recorded_at, payload, metadata, salt, person, person_seq)
                SELECT gen_random_uuid(), 'tälly-1', 'tally', s.head + n, 'tally.counted', 1,
                       timestamptz '2026-01-01 00:00:00.123456+00' + make_interval(secs => n), convert_to('{ "n" :' || n || '}', 'UTF8'),
                       convert_to('{}', 'UTF8'), decode(md5((s.head + n)::text), 'hex'),
                       CASE WHEN n %% 2 = 0 THEN 'person-1' END, CASE WHEN n %% 2 = 0 THEN s.people + n / 2 END
                  FROM generate_series(1, %d) AS n,
                       (SELECT coalesce(max(seq), -1) AS head, coalesce(max(person_seq), 0) AS people FROM daybook.event_log) AS s
                 ORDER BY n
                """.formatted(events));
    }

    /** A node that begins: it knows nothing yet. */
    Sealer node() {
        return node(anchors, keys);
    }

    Sealer node(Path otherAnchors, Path otherKeys) {
        HikariDataSource connection = SealerThread.connection(database.access());
        connections.add(connection);
        return SealerThread.sealer(connection, otherAnchors, otherKeys, null, this::aSecondLater);
    }

    /** All there is, by a node that lets go afterwards. */
    void seal() {
        Sealer node = node();
        run(node);
        node.letGo();
    }

    private long aSecondLater() {
        return now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    }

    static void run(Sealer node) {
        while (node.step()) Thread.onSpinWait();
    }

    CheckpointTable checkpoints() {
        return new CheckpointTable(database.application());
    }

    Note laidDown() throws IOException {
        return Note.parse(Files.readString(anchors.resolve("checkpoint")));
    }

    Checkpoint verified() throws IOException {
        return Checkpoint.verified(laidDown(), checkpoints().keys());
    }

    void owner(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As the superuser past all guards. */
    void forge(String sql) throws SQLException {
        StringBuilder whole = new StringBuilder();
        for (String table : GUARDED)
            whole.append("ALTER TABLE daybook.").append(table).append(" DISABLE TRIGGER USER;\n");
        whole.append(sql).append(";\n");
        for (String table : GUARDED)
            whole.append("ALTER TABLE daybook.").append(table).append(" ENABLE TRIGGER USER;\n");
        owner(whole.toString());
    }

    /** The database as it was when the tree had so many leaves, and its newest checkpoint so many. */
    void putBackTo(long size) throws SQLException {
        forge("""
                DELETE FROM daybook.log_anchored;
                DELETE FROM daybook.log_checkpoint WHERE size > %1$d;
                DELETE FROM daybook.event_log
                 WHERE position IN (SELECT position FROM daybook.log_leaf WHERE leaf_index >= %1$d);
                DELETE FROM daybook.log_leaf WHERE leaf_index >= %1$d;
                DELETE FROM daybook.log_node WHERE level > 1 OR node_index >= %1$d / 256
                """.formatted(size));
    }

    long count(String table) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM daybook." + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        connections.forEach(HikariDataSource::close);
        database.close();
    }
}
