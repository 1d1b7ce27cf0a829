package io.daybook.audit.bundle;

import static java.util.stream.Collectors.joining;

import io.daybook.audit.Malformed;
import io.daybook.audit.bundle.Finding.Kind;
import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.Note;
import io.daybook.audit.note.NoteKey;
import java.util.List;
import java.util.Optional;

/** A checkpoint held against keys: who signed it, and whether rightly. */
public final class SignedTree {
    private final List<Finding> findings;
    private final Optional<Checkpoint> checkpoint;
    private final List<NoteKey> signers;

    private SignedTree(Optional<Checkpoint> checkpoint, List<NoteKey> signers, List<Finding> findings) {
        this.checkpoint = checkpoint;
        this.signers = signers;
        this.findings = findings;
    }

    /** Never throws: what is wrong with the text is a finding. */
    public static SignedTree read(String text, List<NoteKey> keys) {
        if (!text.contains("\n\n\u2014 "))
            return bad(Kind.SIGNATURE_MISSING, "a checkpoint with a signature", "one without");
        try {
            Note note = Note.parse(text);
            Optional<Checkpoint> said = Optional.of(Checkpoint.unverified(note));
            if (!isSignedByOneOf(note, keys))
                return new SignedTree(
                        said, List.of(), List.of(Finding.of(Kind.FOREIGN_KEY, known(keys), signers(note))));
            return verified(note, said, keys);
        } catch (Malformed e) {
            return bad(Kind.FILE_MALFORMED, "a signed checkpoint", e.getMessage());
        }
    }

    private static SignedTree verified(Note note, Optional<Checkpoint> said, List<NoteKey> keys) {
        try {
            List<NoteKey> signers = note.verify(keys);
            String origin = said.map(Checkpoint::origin).orElse("");
            if (signers.stream().anyMatch(key -> key.name().equals(origin)))
                return new SignedTree(said, signers, List.of());
            return new SignedTree(
                    said,
                    List.of(),
                    List.of(Finding.of(Kind.FOREIGN_KEY, "a key of the log " + origin, signers(note))));
        } catch (Malformed e) {
            Finding wrong = Finding.of(Kind.SIGNATURE_WRONG, "a signature over just this checkpoint", e.getMessage());
            return new SignedTree(said, List.of(), List.of(wrong));
        }
    }

    private static SignedTree bad(Kind kind, String expected, String actual) {
        return new SignedTree(Optional.empty(), List.of(), List.of(Finding.of(kind, expected, actual)));
    }

    private static boolean isSignedByOneOf(Note note, List<NoteKey> keys) {
        return note.signatures().stream()
                .anyMatch(line -> keys.stream()
                        .anyMatch(key -> key.id() == line.keyId() && key.name().equals(line.name())));
    }

    private static String known(List<NoteKey> keys) {
        return keys.isEmpty()
                ? "a key"
                : "a signature of "
                        + keys.stream()
                                .map(key -> key.name() + "+" + key.idInHex())
                                .collect(joining(" or "));
    }

    private static String signers(Note note) {
        return note.signatures().stream()
                .map(line -> line.name() + "+%08x".formatted(line.keyId()))
                .collect(joining(", ", "signed by ", ""));
    }

    /** What it says, even where the signature is wrong; empty where it says nothing. */
    public Optional<Checkpoint> checkpoint() {
        return checkpoint;
    }

    /** Whether one of the keys signed it, and none wrongly. */
    public boolean isSigned() {
        return findings.isEmpty();
    }

    public List<NoteKey> signers() {
        return signers;
    }

    public List<Finding> findings() {
        return findings;
    }
}
