package io.daybook.api.seal;

import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;

import io.daybook.audit.note.Note;
import io.daybook.audit.note.NoteKey;
import io.daybook.payout.engine.SealedLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What was signed, and what of it stands in the anchor folder, for whoever asks. */
final class CheckpointTable implements SealedLog {
    /** A clock that was set back makes what is old look as if it were still to come: it counts as old. */
    private static final Duration UNKNOWN = Duration.ofDays(1);

    private final DataSource source;

    CheckpointTable(DataSource source) {
        this.source = source;
    }

    /** The log's name; empty before anything was sealed. */
    Optional<String> origin() {
        return one(source, "SELECT origin FROM daybook.log_identity", row -> row.getString(1));
    }

    /** Every key that ever signed, the newest first. */
    List<NoteKey> keys() {
        return list(
                source, "SELECT vkey FROM daybook.log_key ORDER BY id DESC", row -> NoteKey.parse(row.getString(1)));
    }

    /** What was signed last, laid down or not. */
    Optional<Signed> newestSigned() {
        return one(
                source,
                "SELECT id, position, note FROM daybook.log_checkpoint ORDER BY id DESC LIMIT 1",
                CheckpointTable::signed);
    }

    /** What stands in the anchor folder. */
    Optional<Signed> anchored() {
        return one(source, """
                SELECT c.id, c.position, c.note
                  FROM daybook.log_anchored a
                  JOIN daybook.log_checkpoint c ON c.id = a.checkpoint_id
                """, CheckpointTable::signed);
    }

    @Override
    public Optional<Anchored> newest() {
        return one(source, """
                SELECT c.position, (extract(epoch FROM clock_timestamp() - a.confirmed_at) * 1000000)::bigint AS micros
                  FROM daybook.log_anchored a
                  JOIN daybook.log_checkpoint c ON c.id = a.checkpoint_id
                """, row -> new Anchored(row.getLong(1), age(row.getLong(2))));
    }

    /** How many events lie under no checkpoint in the anchor folder yet; counted up to a hundred thousand. */
    long unsealed() {
        return one(source, """
                SELECT count(*)
                  FROM (SELECT position
                          FROM daybook.event_log
                         WHERE position > coalesce((SELECT c.position
                                                      FROM daybook.log_anchored a
                                                      JOIN daybook.log_checkpoint c ON c.id = a.checkpoint_id), 0)
                         ORDER BY position
                         LIMIT 100000) AS waiting
                """, row -> row.getLong(1)).orElse(0L);
    }

    private static Duration age(long micros) {
        return micros < 0 ? UNKNOWN : Duration.of(micros, ChronoUnit.MICROS);
    }

    private static Signed signed(ResultSet row) throws SQLException {
        return new Signed(row.getLong(1), row.getLong(2), Note.parse(row.getString(3)));
    }
}
