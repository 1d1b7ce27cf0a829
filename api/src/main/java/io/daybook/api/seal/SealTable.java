package io.daybook.api.seal;

import io.daybook.api.eventlog.InOneTransaction;
import io.daybook.audit.TreeHash;
import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.Note;
import io.daybook.audit.note.NoteKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What the sealer writes. Everything goes with its ticket: taken over meanwhile, and nothing is written. */
final class SealTable {
    private final DataSource source;

    SealTable(DataSource source) {
        this.source = source;
    }

    /** The log's name: what was kept, or else this, which is kept from now on. */
    void name(Ticket ticket, String origin) {
        write(ticket, connection -> {
            waitForDisk(connection);
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO daybook.log_identity (origin) VALUES (?) ON CONFLICT (only_one) DO NOTHING")) {
                statement.setString(1, origin);
                statement.executeUpdate();
            }
        });
    }

    void add(Ticket ticket, List<NoteKey> keys) {
        write(ticket, connection -> {
            waitForDisk(connection);
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO daybook.log_key (vkey) VALUES (?) ON CONFLICT (vkey) DO NOTHING")) {
                for (NoteKey key : keys) {
                    statement.setString(1, key.toString());
                    statement.executeUpdate();
                }
            }
        });
    }

    /** What the folder outside comes to hold must not be lost here: no other log could tell that it was its own. */
    private static void waitForDisk(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL synchronous_commit = on");
        }
    }

    /**
     * Adds leaves to the tree, and the tiles that they made whole.
     * Errors: {@link SealRefused} where the tree does not end where they begin: somebody else added to it, or it was put back.
     */
    void extend(Ticket ticket, List<Leaf> leaves, List<Node> nodes) {
        write(ticket, connection -> {
            long end = end(connection);
            if (end != leaves.getFirst().index())
                throw new SealRefused("the tree has " + end + " leaves where it had "
                        + leaves.getFirst().index() + ": it was put back, or somebody adds to it");
            insert(connection, leaves);
            if (!nodes.isEmpty()) insertNodes(connection, nodes);
        });
    }

    /** Keeps a checkpoint that was signed. */
    void keep(Ticket ticket, Checkpoint checkpoint, long position, Note note, List<NoteKey> keys) {
        write(ticket, connection -> {
            waitForDisk(connection);
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO daybook.log_checkpoint (size, root, position, note, key_ids) VALUES (?, ?, ?, ?, ?)
                    """)) {
                statement.setLong(1, checkpoint.size());
                statement.setBytes(2, checkpoint.root().bytes());
                statement.setLong(3, position);
                statement.setString(4, note.toString());
                statement.setArray(
                        5,
                        connection.createArrayOf(
                                "text", keys.stream().map(NoteKey::idInHex).toArray(String[]::new)));
                statement.executeUpdate();
            }
        });
    }

    /** Says that a checkpoint stands in the anchor folder now. */
    void confirm(Ticket ticket, Signed anchored) {
        write(ticket, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO daybook.log_anchored (checkpoint_id, confirmed_at) VALUES (?, clock_timestamp())
                    ON CONFLICT (only_one) DO UPDATE
                       SET checkpoint_id = excluded.checkpoint_id, confirmed_at = excluded.confirmed_at
                    """)) {
                statement.setLong(1, anchored.id());
                statement.executeUpdate();
            }
        });
    }

    private static long end(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT coalesce(max(leaf_index) + 1, 0) FROM daybook.log_leaf");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void insert(Connection connection, List<Leaf> leaves) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO daybook.log_leaf (leaf_index, position, event_id, hash)
                SELECT l.leaf_index, l.position, l.event_id, l.hash
                  FROM unnest(?::bigint[], ?::bigint[], ?::uuid[], ?::bytea[]) AS l(leaf_index, position, event_id, hash)
                """)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", leaves.stream().map(Leaf::index).toArray(Long[]::new)));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", leaves.stream().map(Leaf::position).toArray(Long[]::new)));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid", leaves.stream().map(Leaf::eventId).toArray(UUID[]::new)));
            statement.setArray(
                    4, hashes(connection, leaves.stream().map(Leaf::hash).toList()));
            statement.executeUpdate();
        }
    }

    private static void insertNodes(Connection connection, List<Node> nodes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO daybook.log_node (level, node_index, hash)
                SELECT n.level, n.node_index, n.hash
                  FROM unnest(?::integer[], ?::bigint[], ?::bytea[]) AS n(level, node_index, hash)
                """)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "integer", nodes.stream().map(Node::level).toArray(Integer[]::new)));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", nodes.stream().map(Node::index).toArray(Long[]::new)));
            statement.setArray(
                    3, hashes(connection, nodes.stream().map(Node::hash).toList()));
            statement.executeUpdate();
        }
    }

    private static java.sql.Array hashes(Connection connection, List<TreeHash> hashes) throws SQLException {
        return connection.createArrayOf(
                "bytea", hashes.stream().map(TreeHash::bytes).toArray(byte[][]::new));
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    private void write(Ticket ticket, Work work) {
        try {
            InOneTransaction.of(source, connection -> {
                SealLeaseTable.require(connection, ticket);
                work.with(connection);
                return true;
            });
        } catch (SQLException e) {
            throw new IllegalStateException("the sealer could not write: " + e.getMessage(), e);
        }
    }
}
