package io.daybook.audit.bundle;

import io.daybook.audit.Malformed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The records of a bundle's file {@code leaves}, one after the other. */
final class LeafFile implements Iterator<BundleLeaf>, AutoCloseable {
    private final InputStream in;
    private @Nullable BundleLeaf next;

    LeafFile(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.next = read();
    }

    private @Nullable BundleLeaf read() {
        try {
            byte[] bytes = in.readNBytes(BundleLeaf.BYTES);
            if (bytes.length == 0) return null;
            if (bytes.length < BundleLeaf.BYTES) throw new Malformed("the last leaf is cut");
            return BundleLeaf.of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public BundleLeaf next() {
        BundleLeaf leaf = next;
        if (leaf == null) throw new NoSuchElementException("no more leaves");
        next = read();
        return leaf;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
