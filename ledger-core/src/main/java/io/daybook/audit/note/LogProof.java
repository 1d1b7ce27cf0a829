package io.daybook.audit.note;

import io.daybook.audit.Base64Text;
import io.daybook.audit.InclusionProof;
import io.daybook.audit.Malformed;
import io.daybook.audit.TreeHash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That something is in a log, as one file that needs nothing but the log's key: C2SP tlog-proof.
 *
 * @param extra what whoever made the proof adds; nothing vouches for it
 * @param index of the entry, from 0
 * @param path hashes beside its way up, the leaf's sibling first
 * @param checkpoint the log's own note
 */
public record LogProof(byte @Nullable [] extra, long index, List<TreeHash> path, Note checkpoint) {
    private static final String FIRST = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public LogProof {
        path = List.copyOf(path);
    }

    public static LogProof of(InclusionProof proof, Note checkpoint) {
        return new LogProof(null, proof.index(), proof.path(), checkpoint);
    }

    /** Errors: {@link Malformed} for anything that is no such proof. */
    public static LogProof parse(String text) {
        int blank = text.indexOf("\n\n");
        if (blank < 0) throw new Malformed("a proof ends with a checkpoint, after an empty line");
        List<String> lines = new ArrayList<>(List.of(text.substring(0, blank).split("\n", -1)));
        if (!lines.removeFirst().equals(FIRST)) throw new Malformed("a proof begins with " + FIRST);
        byte @Nullable [] extra = null;
        if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA))
            extra = Base64Text.decode(lines.removeFirst().substring(EXTRA.length()));
        if (lines.isEmpty() || !lines.getFirst().matches(INDEX + "(0|[1-9][0-9]{0,17})"))
            throw new Malformed("a proof names the index of its entry");
        long index = Long.parseLong(lines.removeFirst().substring(INDEX.length()));
        // More levels than a tree can have would only be work.
        if (lines.size() > 63) throw new Malformed("a proof of " + lines.size() + " hashes");
        return new LogProof(
                extra, index, lines.stream().map(TreeHash::parse).toList(), Note.parse(text.substring(blank + 2)));
    }

    /**
     * The checkpoint that this leaf is shown to lie under.
     * Errors: {@link Malformed} where none of the keys signed it, or the leaf does not lie there.
     */
    public Checkpoint verify(TreeHash leaf, List<NoteKey> keys) {
        Checkpoint tree = Checkpoint.verified(checkpoint, keys);
        if (!new InclusionProof(index, tree.size(), path).shows(leaf, tree.root()))
            throw new Malformed("the entry is not at " + index + " of this tree");
        return tree;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(FIRST).append("\n");
        if (extra != null) text.append(EXTRA).append(Base64Text.encode(extra)).append("\n");
        text.append(INDEX).append(index).append("\n");
        path.forEach(hash -> text.append(hash.base64()).append("\n"));
        return text.append("\n").append(checkpoint).toString();
    }
}
