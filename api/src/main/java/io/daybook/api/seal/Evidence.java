package io.daybook.api.seal;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.audit.InclusionProof;
import io.daybook.audit.Malformed;
import io.daybook.audit.TreeHash;
import io.daybook.audit.note.LogProof;
import io.daybook.audit.note.NoteKey;
import io.daybook.audit.tile.Tile;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the log can show of itself. All of it lies under the checkpoint that stands in the anchor folder. */
final class Evidence {
    private final CheckpointTable checkpoints;
    private final TreeTable tree;
    private final ProofTable proofs;

    Evidence(DataSource database) {
        this.checkpoints = new CheckpointTable(database);
        this.tree = new TreeTable(database);
        this.proofs = new ProofTable(database);
    }

    List<NoteKey> keys() {
        return checkpoints.keys();
    }

    /** Errors: not-sealed-yet before the first. */
    Signed checkpoint() {
        return checkpoints.anchored().orElseThrow(() -> notYet("Nothing is sealed yet."));
    }

    /**
     * @param person whose events may be asked for; null for everybody's
     * Errors: not-found for an event that is not there or not theirs, not-sealed-yet for one that was just written.
     */
    LogProof proof(UUID eventId, @Nullable String person) {
        ProofTable.Place place = proofs.find(eventId)
                .filter(found -> person == null || person.equals(found.person()))
                .orElseThrow(() -> ProblemException.notFound("event"));
        Signed signed = checkpoint();
        long size = signed.checkpoint().size();
        Long index = place.index();
        if (index == null || index >= size)
            throw notYet("The event is not under a checkpoint yet: ask again in some seconds.");
        return LogProof.of(InclusionProof.of(tree.tree(size), index, size), signed.note());
    }

    /** The hashes of a tile. Errors: not-found where the tree has none at that path. */
    byte[] tile(String path) {
        try {
            Tile tile = Tile.parse(path);
            Tile whole = Tile.in(checkpoint().checkpoint().size(), tile.level(), tile.index());
            byte[] hashes = tile.width() <= whole.width() ? tree.hashes(tile) : new byte[0];
            if (hashes.length == tile.width() * TreeHash.BYTES) return hashes;
        } catch (Malformed e) {
            throw ProblemException.notFound("tile");
        }
        throw ProblemException.notFound("tile");
    }

    private static ProblemException notYet(String detail) {
        return ProblemException.of("not-sealed-yet", detail);
    }
}
