package io.daybook.api.seal;

import io.daybook.audit.ConsistencyProof;
import io.daybook.audit.Malformed;
import io.daybook.audit.TreeHash;
import io.daybook.audit.TreeNodes;
import io.daybook.audit.note.Checkpoint;

/** What must hold before anything is signed, asked of what is stored and not of what was computed. */
final class SelfCheck {
    private SelfCheck() {}

    /**
     * Whether the next checkpoint continues an older one, in the tree as it is stored.
     *
     * @param what the older one, in words for whoever must look
     * Errors: {@link SealRefused} where it does not.
     */
    static void continues(String what, Checkpoint older, TreeNodes stored, Checkpoint next) {
        if (!older.origin().equals(next.origin()))
            throw new SealRefused(
                    what + " belongs to the log " + older.origin() + ", and this one is " + next.origin());
        if (older.size() > next.size())
            throw new SealRefused("the log has " + next.size() + " events and " + what + " has " + older.size()
                    + ": the database was put back behind what was sealed");
        try {
            if (!stored.root(next.size()).equals(next.root()))
                throw new SealRefused("the leaves that are stored are not those that were computed: one was altered");
            if (!continues(older, stored, next))
                throw new SealRefused("the log does not continue " + what + " of " + older.size()
                        + " events: something below it was altered, or the database was put back and went on");
        } catch (Malformed e) {
            throw new SealRefused("the tree as it is stored has a gap: " + e.getMessage());
        }
    }

    /** Every tree continues the empty one. */
    private static boolean continues(Checkpoint older, TreeNodes stored, Checkpoint next) {
        return older.size() == 0
                ? older.root().equals(TreeHash.ofNothing())
                : ConsistencyProof.of(stored, older.size(), next.size()).shows(older.root(), next.root());
    }
}
