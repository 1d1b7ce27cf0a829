package io.daybook.api.seal;

import io.daybook.api.seal.AnchorFolder.Piece;
import io.daybook.audit.Malformed;
import io.daybook.audit.TreeNodes;
import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.Note;
import io.daybook.audit.tile.Tile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Signs what the tree has come to, once it is sure to continue all that was signed, and lays it down outside the database. */
final class Anchoring {
    private final SealTable seal;
    private final CheckpointTable checkpoints;
    private final TreeTable stored;
    private final AnchorFolder folder;

    Anchoring(SealTable seal, CheckpointTable checkpoints, TreeTable stored, AnchorFolder folder) {
        this.seal = seal;
        this.checkpoints = checkpoints;
        this.stored = stored;
        this.folder = folder;
    }

    /**
     * Afterwards the checkpoint of all of the tree stands in the anchor folder, and the database says so.
     * Errors: {@link SealRefused} where it would not continue what was signed or what stands there.
     */
    void upTo(Standing standing, SealLeaseTable lease) {
        Checkpoint next = standing.checkpoint();
        TreeNodes tree = stored.tree(next.size());
        Optional<Note> standsThere = check("the checkpoint in the anchor folder", laidDown(standing), tree, next);
        check("the newest checkpoint", checkpoints.newestSigned().map(Signed::note), tree, next);
        Signed signed = signed(standing, next, lease.ticket());
        if (standsThere.filter(there -> same(there, signed.note())).isEmpty())
            layDown(sizeOf(standsThere), signed, lease);
        seal.confirm(lease.ticket(), signed);
    }

    private static long sizeOf(Optional<Note> checkpoint) {
        return checkpoint.map(note -> Checkpoint.unverified(note).size()).orElse(0L);
    }

    private Optional<Note> laidDown(Standing standing) {
        try {
            Optional<Note> note = folder.checkpoint();
            note.ifPresent(there -> Checkpoint.verified(there, standing.known()));
            return note;
        } catch (Malformed e) {
            throw new SealRefused("the checkpoint in the anchor folder is not ours: " + e.getMessage());
        }
    }

    private static Optional<Note> check(String what, Optional<Note> older, TreeNodes tree, Checkpoint next) {
        older.ifPresent(note -> SelfCheck.continues(what, Checkpoint.unverified(note), tree, next));
        return older;
    }

    /** What was signed for this size by these keys already, as after a crash before it was laid down, or else a new one. */
    private Signed signed(Standing standing, Checkpoint next, Ticket ticket) {
        Note note = next.signed(standing.signers());
        Optional<Signed> newest = checkpoints.newestSigned().filter(signed -> same(signed.note(), note));
        if (newest.isPresent()) return newest.get();
        seal.keep(ticket, next, standing.position(), note, standing.signing());
        return checkpoints
                .newestSigned()
                .filter(signed -> same(signed.note(), note))
                .orElseThrow();
    }

    /** Ed25519 signs the same text in the same way always. */
    private static boolean same(Note one, Note other) {
        return one.toString().equals(other.toString());
    }

    /** The checkpoint comes last: whatever it speaks of is there. */
    private void layDown(long from, Signed signed, SealLeaseTable lease) {
        List<Tile> tiles = Tile.added(from, signed.checkpoint().size());
        folder.add(tiles.stream().flatMap(this::pieces));
        // Files know no fence. Who stood still until here leaves the checkpoint of whoever took over. Who stands still
        // just behind this
        // line puts an older one back; the other then lays its own down again when it next confirms it.
        if (!lease.isHeld()) throw new SealRefused("another node may have taken over meanwhile");
        folder.lay(signed.note());
        for (Tile tile : tiles) {
            if (tile.isPartial()) continue;
            folder.dropPartials(tile.path());
            if (tile.level() == 0) folder.dropPartials(tile.idsPath());
        }
    }

    private Stream<Piece> pieces(Tile tile) {
        Piece hashes = new Piece(tile.path(), stored.hashes(tile));
        return tile.level() == 0 ? Stream.of(hashes, new Piece(tile.idsPath(), stored.ids(tile))) : Stream.of(hashes);
    }
}
