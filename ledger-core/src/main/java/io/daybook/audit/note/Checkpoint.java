package io.daybook.audit.note;

import io.daybook.audit.Malformed;
import io.daybook.audit.TreeHash;
import java.util.List;

/**
 * What a log says of all it holds: C2SP tlog-checkpoint.
 *
 * @param origin the log's name
 * @param size of the tree, in leaves
 */
public record Checkpoint(String origin, long size, TreeHash root) {
    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c < 0x20)) throw new Malformed("an origin is one line");
        if (size < 0) throw new Malformed("a tree of " + size + " leaves");
    }

    public Note signed(List<NoteSigner> signers) {
        return Note.signed(origin + "\n" + size + "\n" + root.base64() + "\n", signers);
    }

    /**
     * The checkpoint of a note, once one of these keys is found to have signed it and none of them wrongly.
     * Errors: {@link Malformed}.
     */
    public static Checkpoint verified(Note note, List<NoteKey> keys) {
        note.verify(keys);
        return unverified(note);
    }

    /** What the note says, whoever signed it: only for notes that are verified elsewhere, or are our own. */
    public static Checkpoint unverified(Note note) {
        String[] lines = note.text().split("\n", -1);
        // The last one is what follows the newline at the end.
        if (lines.length < 4) throw new Malformed("a checkpoint has an origin, a size and a root");
        for (String line : List.of(lines).subList(0, lines.length - 1))
            if (line.isEmpty()) throw new Malformed("an empty line in a checkpoint");
        return new Checkpoint(lines[0], size(lines[1]), TreeHash.parse(lines[2]));
    }

    private static long size(String digits) {
        if (!digits.matches("0|[1-9][0-9]{0,17}")) throw new Malformed("no size of a tree: " + digits);
        return Long.parseLong(digits);
    }
}
