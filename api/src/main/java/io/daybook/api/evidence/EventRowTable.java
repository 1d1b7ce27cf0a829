package io.daybook.api.evidence;

import io.daybook.audit.EventLeaf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A row of the log, byte for byte as it is stored. */
final class EventRowTable {
    /** Of {@code daybook.event_log AS e}, in this order. */
    static final String COLUMNS =
            "e.position, e.event_id, e.stream, e.stream_type, e.seq, e.type, e.revision, e.recorded_at, e.payload, e.metadata, "
                    + "e.salt, e.person, e.person_seq";

    private static final long MICROS = 1_000_000;

    private EventRowTable() {}

    static EventLeaf read(ResultSet row) throws SQLException {
        return new EventLeaf(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                row.getString("stream"),
                row.getString("stream_type"),
                row.getLong("seq"),
                row.getString("type"),
                row.getLong("revision"),
                micros(row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                row.getBytes("payload"),
                row.getBytes("metadata"),
                row.getBytes("salt"),
                row.getString("person"),
                row.getObject("person_seq", Long.class));
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), MICROS), at.getNano() / 1_000);
    }
}
