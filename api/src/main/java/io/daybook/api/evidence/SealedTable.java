package io.daybook.api.evidence;

import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;

import io.daybook.audit.TreeHash;
import io.daybook.audit.TreeNodes;
import io.daybook.audit.bundle.BundleLeaf;
import io.daybook.audit.bundle.BundleWriter.Placed;
import io.daybook.audit.note.Note;
import io.daybook.audit.note.NoteKey;
import io.daybook.audit.tile.Tile;
import io.daybook.audit.tile.TileTree;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads what was sealed: the checkpoint that lies outside, the tree, and events with their places in it. */
final class SealedTable {
    private final DataSource source;

    SealedTable(DataSource source) {
        this.source = source;
    }

    /** @param position of the newest event under it */
    record Head(Note note, long position) {}

    /** The checkpoint that stands in the anchor folder. */
    Optional<Head> head() {
        return one(source, """
                SELECT c.note, c.position
                  FROM daybook.log_anchored a
                  JOIN daybook.log_checkpoint c ON c.id = a.checkpoint_id
                """, row -> new Head(Note.parse(row.getString("note")), row.getLong("position")));
    }

    /** Every key that ever signed, the newest first. */
    List<NoteKey> keys() {
        return list(
                source,
                "SELECT vkey FROM daybook.log_key ORDER BY id DESC",
                row -> NoteKey.parse(row.getString("vkey")));
    }

    TreeNodes tree(long size) {
        return new TileTree(size, this::hashes);
    }

    private byte[] hashes(Tile tile) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(tile.width() * TreeHash.BYTES);
        long from = tile.index() * Tile.WHOLE;
        if (tile.level() == 0)
            leaves(from, from + tile.width())
                    .forEach(leaf -> out.writeBytes(leaf.hash().bytes()));
        else
            list(source, """
                            SELECT hash FROM daybook.log_node
                             WHERE level = ? AND node_index >= ? AND node_index < ? ORDER BY node_index
                            """, row -> row.getBytes("hash"), tile.level(), from, from + tile.width())
                    .forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** From that index on and before the other. */
    List<BundleLeaf> leaves(long from, long to) {
        return list(source, """
                SELECT leaf_index, event_id, hash FROM daybook.log_leaf
                 WHERE leaf_index >= ? AND leaf_index < ? ORDER BY leaf_index
                """, SealedTable::leaf, from, to);
    }

    List<Placed> events(long from, long to) {
        return list(
                source,
                "SELECT l.leaf_index, " + EventRowTable.COLUMNS + """
                  FROM daybook.log_leaf l
                  JOIN daybook.event_log e ON e.position = l.position
                 WHERE l.leaf_index >= ? AND l.leaf_index < ?
                 ORDER BY l.leaf_index
                """,
                row -> new Placed(row.getLong("leaf_index"), EventRowTable.read(row)),
                from,
                to);
    }

    /** When the event of a leaf was recorded, or the next one of which there is still a row. */
    Optional<Instant> recordedAt(long index) {
        return one(source, """
                SELECT e.recorded_at
                  FROM daybook.log_leaf l
                  JOIN daybook.event_log e ON e.position = l.position
                 WHERE l.leaf_index >= ?
                 ORDER BY l.leaf_index
                 LIMIT 1
                """, row -> instant(row, "recorded_at"), index);
    }

    /** The numbers of a person's first and last event; 0 where there is none. */
    record Numbers(long first, long last) {}

    /**
     * Of what was recorded about a person in a time up to a position: from the event before it, to the one after, or where a
     * statement about just this time was issued later, to that.
     */
    Numbers numbers(String person, @Nullable Instant from, @Nullable Instant to, long position) {
        return one(
                        source,
                        """
                        WITH theirs AS (SELECT person_seq, recorded_at, type, payload
                                          FROM daybook.event_log WHERE person = ? AND position <= ?)
                        SELECT coalesce((SELECT max(person_seq) FROM theirs WHERE recorded_at < ?::timestamptz),
                                        (SELECT min(person_seq) FROM theirs), 0) AS first,
                               coalesce(greatest(
                                            (SELECT min(person_seq) FROM theirs WHERE recorded_at >= ?::timestamptz),
                                            (SELECT min(person_seq) FROM theirs
                                              WHERE type = 'StatementIssued'
                                                AND (convert_from(payload, 'UTF8')::jsonb ->> 'from')::timestamptz = ?::timestamptz
                                                AND (convert_from(payload, 'UTF8')::jsonb ->> 'to')::timestamptz = ?::timestamptz)),
                                        (SELECT max(person_seq) FROM theirs), 0) AS last
                        """,
                        row -> new Numbers(row.getLong("first"), row.getLong("last")),
                        person,
                        position,
                        from,
                        to,
                        from,
                        to)
                .orElseThrow();
    }

    /** So many of a person's events from that number on. */
    List<Placed> events(String person, long from, long to) {
        return list(
                source,
                "SELECT l.leaf_index, " + EventRowTable.COLUMNS + """
                  FROM daybook.event_log e
                  JOIN daybook.log_leaf l ON l.position = e.position
                 WHERE e.person = ? AND e.person_seq >= ? AND e.person_seq < ?
                 ORDER BY e.person_seq
                """,
                row -> new Placed(row.getLong("leaf_index"), EventRowTable.read(row)),
                person,
                from,
                to);
    }

    List<BundleLeaf> leaves(String person, long from, long to) {
        return list(source, """
                SELECT l.leaf_index, l.event_id, l.hash
                  FROM daybook.event_log e
                  JOIN daybook.log_leaf l ON l.position = e.position
                 WHERE e.person = ? AND e.person_seq >= ? AND e.person_seq < ?
                 ORDER BY e.person_seq
                """, SealedTable::leaf, person, from, to);
    }

    private static BundleLeaf leaf(ResultSet row) throws SQLException {
        return new BundleLeaf(
                row.getLong("leaf_index"),
                row.getObject("event_id", UUID.class),
                TreeHash.claimed(row.getBytes("hash")));
    }
}
