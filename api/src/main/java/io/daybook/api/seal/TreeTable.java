package io.daybook.api.seal;

import static io.daybook.shell.SqlTable.list;

import io.daybook.audit.TreeHash;
import io.daybook.audit.TreeNodes;
import io.daybook.audit.tile.Tile;
import io.daybook.audit.tile.TileTree;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the tree as it is stored. */
final class TreeTable {
    private final DataSource source;

    TreeTable(DataSource source) {
        this.source = source;
    }

    /** The tree of so many leaves, each tile of it read once, when it is wanted. */
    TreeNodes tree(long size) {
        return new TileTree(size, this::hashes);
    }

    /** The hashes of a tile, one after the other; fewer where they are not stored. */
    byte[] hashes(Tile tile) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(tile.width() * TreeHash.BYTES);
        if (tile.level() == 0) {
            leaves(tile.index() * Tile.WHOLE, tile.width())
                    .forEach(leaf -> out.writeBytes(leaf.hash().bytes()));
        } else {
            nodes(tile.level(), tile.index() * Tile.WHOLE, tile.width())
                    .forEach(node -> out.writeBytes(node.hash().bytes()));
        }
        return out.toByteArray();
    }

    /** The ids of a tile of leaves, 16 bytes each. */
    byte[] ids(Tile tile) {
        ByteBuffer ids = ByteBuffer.allocate(tile.width() * 2 * Long.BYTES);
        for (Leaf leaf : leaves(tile.index() * Tile.WHOLE, tile.width())) {
            UUID id = leaf.eventId();
            ids.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        if (ids.hasRemaining()) throw new SealRefused("the stored tree has a gap in " + tile.path());
        return ids.array();
    }

    /** So many leaves from that index on; fewer at the end of the tree. */
    List<Leaf> leaves(long from, int count) {
        return list(source, """
                SELECT leaf_index, position, event_id, hash
                  FROM daybook.log_leaf
                 WHERE leaf_index >= ? AND leaf_index < ?
                 ORDER BY leaf_index
                """, TreeTable::leaf, from, from + count);
    }

    List<Node> nodes(int level, long from, int count) {
        return list(source, """
                SELECT level, node_index, hash
                  FROM daybook.log_node
                 WHERE level = ? AND node_index >= ? AND node_index < ?
                 ORDER BY node_index
                """, TreeTable::node, level, from, from + count);
    }

    private static Leaf leaf(ResultSet row) throws SQLException {
        return new Leaf(
                row.getLong(1), row.getLong(2), row.getObject(3, UUID.class), TreeHash.claimed(row.getBytes(4)));
    }

    private static Node node(ResultSet row) throws SQLException {
        return new Node(row.getInt(1), row.getLong(2), TreeHash.claimed(row.getBytes(3)));
    }
}
