package io.daybook.api.seal;

import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.NoteKey;
import io.daybook.audit.note.NoteSigner;
import java.util.List;

/**
 * What the node that seals has in hand.
 *
 * @param known every key that ever signed
 * @param position of the newest event in the tree
 */
record Standing(String origin, List<NoteSigner> signers, List<NoteKey> known, GrowingTree tree, long position) {
    Standing with(GrowingTree grown, long at) {
        return new Standing(origin, signers, known, grown, at);
    }

    Checkpoint checkpoint() {
        return new Checkpoint(origin, tree.size(), tree.root());
    }

    List<NoteKey> signing() {
        return signers.stream().map(NoteSigner::key).toList();
    }
}
