package io.daybook.api.seal;

import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.Note;

/**
 * A checkpoint that was signed.
 *
 * @param position of the newest event under it; 0 for none
 */
record Signed(long id, long position, Note note) {
    Checkpoint checkpoint() {
        return Checkpoint.unverified(note);
    }
}
