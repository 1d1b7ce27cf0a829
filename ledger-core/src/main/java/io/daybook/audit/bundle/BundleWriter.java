package io.daybook.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.audit.Base64Text;
import io.daybook.audit.ConsistencyProof;
import io.daybook.audit.EventLeaf;
import io.daybook.audit.TreeNodes;
import io.daybook.audit.note.Note;
import io.daybook.audit.note.NoteKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a bundle as it goes out, in this order and each part once; however many events there are, none is held. One log gives
 * the same bytes for the same question.
 */
public final class BundleWriter {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final StringBuilder sums = new StringBuilder();

    public BundleWriter(OutputStream out) {
        this.zip = new ZipOutputStream(out, UTF_8);
    }

    /** @param keys every key that ever signed the log, the newest first */
    public void begin(BundleTerms terms, Note checkpoint, List<NoteKey> keys) throws IOException {
        summed(Names.README, ReadMe.of(terms, checkpoint).getBytes(UTF_8));
        summed(Names.TERMS, terms.json().getBytes(UTF_8));
        file(Names.CHECKPOINT, checkpoint.toString().getBytes(UTF_8));
        StringBuilder lines = new StringBuilder();
        keys.forEach(key -> lines.append(key).append('\n'));
        summed(Names.KEYS, lines.toString().getBytes(UTF_8));
    }

    /** @param bytes as they were hashed when it was issued */
    public void statement(byte[] bytes) throws IOException {
        summed(Names.STATEMENT, bytes);
    }

    public void consistency(ConsistencyProof proof) throws IOException {
        StringBuilder lines =
                new StringBuilder(Names.CONSISTENCY_HEADER).append(proof.from()).append('\n');
        proof.path().forEach(hash -> lines.append(hash.base64()).append('\n'));
        file(Names.CONSISTENCY, lines.toString().getBytes(UTF_8));
    }

    /** @param leaves of the events, in their order */
    public void leaves(Iterator<BundleLeaf> leaves) throws IOException {
        // Hashes do not get shorter.
        open(Names.LEAVES, Deflater.NO_COMPRESSION);
        while (leaves.hasNext()) zip.write(leaves.next().bytes());
        zip.closeEntry();
    }

    /** @param indexes of the events, ascending */
    public void proofs(TreeNodes nodes, long size, PrimitiveIterator.OfLong indexes) throws IOException {
        open(Names.PROOFS, Deflater.BEST_SPEED);
        zip.write((Names.PROOFS_HEADER + "\n").getBytes(UTF_8));
        SparseProof.write(nodes, size, indexes, hash -> {
            try {
                zip.write((hash.base64() + "\n").getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        zip.closeEntry();
    }

    /** @param event as its row stands in the log now */
    public record Placed(long index, EventLeaf event) {}

    public void events(Iterator<Placed> events) throws IOException {
        open(Names.EVENTS, Deflater.BEST_SPEED);
        while (events.hasNext()) {
            Placed placed = events.next();
            String line = "{\"id\":\"" + placed.event().eventId() + "\",\"index\":" + placed.index()
                    + ",\"preimage\":\"" + Base64Text.encode(placed.event().preimage()) + "\"}\n";
            zip.write(line.getBytes(UTF_8));
        }
        zip.closeEntry();
    }

    private void summed(String name, byte[] bytes) throws IOException {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
            sums.append(HexFormat.of().formatHex(sum)).append("  ").append(name).append('\n');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        file(name, bytes);
    }

    private void file(String name, byte[] bytes) throws IOException {
        open(name, Deflater.BEST_SPEED);
        zip.write(bytes);
        zip.closeEntry();
    }

    private void open(String name, int level) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.setLevel(level);
        zip.putNextEntry(entry);
    }

    /** Ends a bundle that is whole. Where something failed before, do not: half a zip can be seen to be half. */
    public void finish() throws IOException {
        file(Names.SUMS, sums.toString().getBytes(UTF_8));
        zip.finish();
        zip.flush();
    }
}
