package io.daybook.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.daybook.audit.Base64Text;
import io.daybook.audit.Malformed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text signed by one or more keys: C2SP signed-note. Nothing in the text means anything before {@link #verify} has said
 * whose it is.
 *
 * @param text with the newline at its end
 */
public record Note(String text, List<Line> signatures) {
    private static final String DASH = "\u2014 ";
    private static final int MOST_CHARS = 1_000_000;
    private static final int MOST_SIGNATURES = 100;

    public Note {
        signatures = List.copyOf(signatures);
    }

    /** A signature, not yet verified: who it says made it, and the bytes after the key id. */
    public record Line(String name, int keyId, byte[] signature) {
        private static Line parse(String line) {
            String[] parts = line.split(" ", -1);
            if (!line.startsWith(DASH) || parts.length != 3)
                throw new Malformed("a signature is a dash, a name and Base64");
            byte[] bytes = Base64Text.decode(parts[2]);
            if (bytes.length <= Integer.BYTES) throw new Malformed("a signature that is too short");
            return new Line(
                    NoteKey.checked(parts[1]),
                    ByteBuffer.wrap(bytes).getInt(),
                    Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
        }

        boolean isBy(NoteKey key) {
            return key.name().equals(name) && key.id() == keyId;
        }

        @Override
        public String toString() {
            byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                    .putInt(keyId)
                    .put(signature)
                    .array();
            return DASH + name + " " + Base64Text.encode(bytes) + "\n";
        }
    }

    /** Errors: {@link Malformed} unless the text is one that a note can carry and somebody signs it. */
    public static Note signed(String text, List<NoteSigner> signers) {
        byte[] bytes = text.getBytes(UTF_8);
        List<Line> lines = signers.stream()
                .map(signer -> new Line(signer.key().name(), signer.key().id(), signer.sign(bytes)))
                .toList();
        return parse(new Note(text, lines).toString());
    }

    /** Errors: {@link Malformed} for anything that is no note, or is larger than any of ours. */
    public static Note parse(String note) {
        if (note.length() > MOST_CHARS) throw new Malformed("a note of more than " + MOST_CHARS + " characters");
        if (note.chars().anyMatch(c -> c < 0x20 && c != '\n')) throw new Malformed("a control character in a note");
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length())
            throw new Malformed("a note is a text, an empty line and signatures, each line ended");
        List<Line> lines = new ArrayList<>();
        for (String line : note.substring(blank + 2, note.length() - 1).split("\n", -1)) {
            if (lines.size() == MOST_SIGNATURES) throw new Malformed("more than " + MOST_SIGNATURES + " signatures");
            lines.add(Line.parse(line));
        }
        return new Note(note.substring(0, blank + 1), lines);
    }

    /**
     * Those of these keys that signed the text, at least one.
     * Errors: {@link Malformed} where none did, or where one is said to have and did not. Signatures of other keys are passed over.
     */
    public List<NoteKey> verify(List<NoteKey> keys) {
        byte[] bytes = text.getBytes(UTF_8);
        List<NoteKey> signed = new ArrayList<>();
        for (NoteKey key : keys)
            for (Line line : signatures)
                if (line.isBy(key)) {
                    if (!key.verifies(bytes, line.signature()))
                        throw new Malformed("the signature of " + key.name() + " (" + key.idInHex() + ") is wrong");
                    if (!signed.contains(key)) signed.add(key);
                }
        if (signed.isEmpty()) throw new Malformed("no key that is trusted has signed the note");
        return List.copyOf(signed);
    }

    @Override
    public String toString() {
        return text + "\n" + signatures.stream().map(Line::toString).collect(joining());
    }
}
