package io.daybook.audit.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** A file of a zip, held against the length and the sum that the zip states: {@link java.util.zip.ZipFile} does not. */
final class CheckedEntry extends FilterInputStream {
    private final ZipEntry entry;
    private final CRC32 sum = new CRC32();
    private long length;

    CheckedEntry(InputStream in, ZipEntry entry) {
        super(in);
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) throws IOException {
        int read = in.read(buffer, offset, wanted);
        if (read > 0) {
            sum.update(buffer, offset, read);
            length += read;
            if (length > entry.getSize()) throw new ZipException(entry.getName() + " is longer than it says");
        } else if (read < 0 && (length != entry.getSize() || sum.getValue() != entry.getCrc())) {
            throw new ZipException(entry.getName() + " is damaged: its check sum is another");
        }
        return read;
    }

    @Override
    public long skip(long wanted) {
        throw new UnsupportedOperationException("what is skipped is not checked");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
