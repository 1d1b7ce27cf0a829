package io.daybook.bench;

import io.daybook.bench.Load.Operation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The plainest rival: a connection for each caller, two prepared inserts and a commit. The bytes are those that Daybook wrote
 * just before, the tables have the same columns, constraints and indexes, and nothing is checked.
 */
final class RawRows implements Operation, AutoCloseable {
    private static final String EVENT = """
            INSERT INTO raw.event_log
                   (event_id, stream, stream_type, seq, type, revision, recorded_at, payload, metadata, salt, person, person_seq)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ANSWER = """
            INSERT INTO raw.command_log (command_id, try, stream, position, refused, message, recorded_at)
            VALUES (?, ?, ?, ?, NULL, NULL, ?)
            """;

    private static final int EVENTS_A_STREAM = 4;

    private final List<Caller> callers = new ArrayList<>();

    /** Made once Daybook has written rows to copy. */
    static void prepare(Ground ground) throws SQLException {
        ground.run(
                "DROP SCHEMA IF EXISTS raw CASCADE",
                "CREATE SCHEMA raw",
                "CREATE TABLE raw.event_log (LIKE daybook.event_log INCLUDING ALL)",
                "CREATE TABLE raw.command_log (LIKE daybook.command_log INCLUDING ALL)");
    }

    /** @param events as many for each answer as an order writes */
    RawRows(Ground ground, int callers, int events) throws SQLException {
        List<Row> rows = rows(ground);
        for (int i = 0; i < callers; i++) this.callers.add(new Caller(ground.connect(), i, rows, events));
    }

    private record Row(String streamType, String type, short revision, byte[] payload, byte[] metadata) {}

    private static List<Row> rows(Ground ground) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = ground.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT stream_type, type, revision, payload, metadata"
                        + " FROM daybook.event_log ORDER BY position DESC LIMIT 1000")) {
            while (row.next())
                rows.add(
                        new Row(row.getString(1), row.getString(2), row.getShort(3), row.getBytes(4), row.getBytes(5)));
        }
        return rows;
    }

    @Override
    public void run(int caller) throws SQLException {
        callers.get(caller).write();
    }

    @Override
    public void close() throws SQLException {
        for (Caller caller : callers) caller.connection.close();
    }

    private static final class Caller {
        private final Connection connection;
        private final PreparedStatement event;
        private final PreparedStatement answer;
        private final String name;
        private final List<Row> rows;
        private final int events;
        private int written;

        Caller(Connection connection, int number, List<Row> rows, int events) throws SQLException {
            this.connection = connection;
            this.rows = rows;
            this.events = events;
            name = number + "-" + "abcdefghijklmnopqrstuvwxyz".substring(number < 10 ? 0 : 1);
            connection.setAutoCommit(false);
            event = connection.prepareStatement(EVENT);
            answer = connection.prepareStatement(ANSWER);
        }

        void write() throws SQLException {
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
            for (int i = 0; i < events; i++) event(now);
            answer.setString(1, "order-" + written + "-" + name);
            answer.setObject(2, UUID.randomUUID());
            answer.setString(3, stream());
            answer.setLong(4, written);
            answer.setObject(5, now);
            answer.executeUpdate();
            connection.commit();
        }

        private void event(OffsetDateTime now) throws SQLException {
            Row row = rows.get(written % rows.size());
            event.setObject(1, UUID.randomUUID());
            event.setString(2, stream());
            event.setString(3, row.streamType());
            event.setLong(4, written % EVENTS_A_STREAM);
            event.setString(5, row.type());
            event.setShort(6, row.revision());
            event.setObject(7, now);
            event.setBytes(8, row.payload());
            event.setBytes(9, row.metadata());
            event.setBytes(10, new byte[16]);
            event.setString(11, "contractor-" + written / EVENTS_A_STREAM + "-" + name);
            event.setLong(12, 1 + written % EVENTS_A_STREAM);
            event.executeUpdate();
            written++;
        }

        /** As many streams, and as short ones, as the other side has. */
        private String stream() {
            return "account-" + written / EVENTS_A_STREAM + "-" + name + "-USD";
        }
    }
}
