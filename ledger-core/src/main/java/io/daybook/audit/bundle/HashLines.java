package io.daybook.audit.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.daybook.audit.Malformed;
import io.daybook.audit.TreeHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A text of hashes, one a line in Base64, below a line that says what they are. */
final class HashLines implements Iterator<TreeHash>, AutoCloseable {
    private final InputStream in;
    private final Lines lines;
    private boolean hasNext;

    /** Errors: {@link Malformed} where the first line is another. */
    HashLines(InputStream in, String header) {
        this.in = in;
        this.lines = new Lines(in);
        advance();
        if (!hasNext || !line().equals(header)) throw new Malformed("the first line is not " + header);
        advance();
    }

    private void advance() {
        try {
            hasNext = lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() {
        return new String(lines.copy(), US_ASCII);
    }

    @Override
    public boolean hasNext() {
        return hasNext;
    }

    @Override
    public TreeHash next() {
        if (!hasNext) throw new NoSuchElementException("no more hashes");
        TreeHash hash = TreeHash.parse(line());
        advance();
        return hash;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
