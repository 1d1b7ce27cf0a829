package io.daybook.audit.check;

import io.daybook.audit.EventLeaf;
import io.daybook.audit.TreeHash;
import io.daybook.audit.bundle.Finding;
import io.daybook.audit.bundle.Office;
import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.NoteKey;
import io.daybook.audit.note.NoteSigner;
import io.daybook.audit.tile.Tile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A log with its anchor folder, to be tampered with. */
final class Copy implements KeptLog, Anchor {
    final List<EventLeaf> rows;
    final List<Leaf> leaves = new ArrayList<>();
    final Map<String, byte[]> folder = new HashMap<>();
    final List<NoteKey> keys;

    @Nullable
    String signed;

    @Nullable
    String confirmed;

    @Nullable
    String outside;

    Copy(Office office) {
        rows = new ArrayList<>(office.events);
        keys = List.of(office.signer.key());
        reseal(office.signer);
        anchor();
    }

    /** As the sealer does it, or whoever is at its place. */
    void reseal(NoteSigner signer) {
        leaves.clear();
        rows.sort(Comparator.comparing(EventLeaf::position));
        for (EventLeaf row : rows) leaves.add(new Leaf(leaves.size(), row.position(), row.eventId(), row.hash()));
        signed = new Checkpoint("log.example/office", leaves.size(), root(leaves.size()))
                .signed(List.of(signer))
                .toString();
        confirmed = signed;
    }

    void anchor() {
        folder.clear();
        for (Tile tile : Tile.added(0, leaves.size())) {
            ByteArrayOutputStream hashes = new ByteArrayOutputStream();
            ByteArrayOutputStream ids = new ByteArrayOutputStream();
            for (int i = 0; i < tile.width(); i++) {
                long width = 1L << 8 * tile.level();
                long first = (tile.index() * Tile.WHOLE + i) * width;
                hashes.writeBytes(over(first, first + width).bytes());
                if (tile.level() > 0) continue;
                Leaf leaf = leaves.get((int) first);
                ids.writeBytes(ByteBuffer.allocate(16)
                        .putLong(leaf.eventId().getMostSignificantBits())
                        .putLong(leaf.eventId().getLeastSignificantBits())
                        .array());
            }
            folder.put(tile.path(), hashes.toByteArray());
            if (tile.level() == 0) folder.put(tile.idsPath(), ids.toByteArray());
        }
        outside = signed;
    }

    TreeHash root(int size) {
        return size == 0 ? TreeHash.ofNothing() : over(0, size);
    }

    private TreeHash over(long from, long to) {
        if (to - from == 1) return leaves.get((int) from).hash();
        long middle = from + Long.highestOneBit(to - from - 1);
        return TreeHash.ofNode(over(from, middle), over(middle, to));
    }

    List<Finding> check() {
        return LogCheck.begin(this, keys).of(this);
    }

    @Override
    public Iterator<Leaf> leaves() {
        return leaves.iterator();
    }

    @Override
    public Iterator<EventLeaf> events() {
        rows.sort(Comparator.comparing(EventLeaf::position));
        return rows.iterator();
    }

    @Override
    public Optional<String> newestSigned() {
        return Optional.ofNullable(signed);
    }

    @Override
    public Optional<String> confirmed() {
        return Optional.ofNullable(confirmed);
    }

    @Override
    public Optional<String> checkpoint() {
        return Optional.ofNullable(outside);
    }

    @Override
    public Optional<byte[]> hashes(Tile tile) {
        return Optional.ofNullable(folder.get(tile.path()));
    }

    @Override
    public Optional<byte[]> ids(Tile tile) {
        return Optional.ofNullable(folder.get(tile.idsPath()));
    }
}
