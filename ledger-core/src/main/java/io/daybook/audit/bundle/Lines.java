package io.daybook.audit.bundle;

import io.daybook.audit.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines as bytes in a buffer that is used again and again. However long the text is, the longest line is all the memory it takes. */
final class Lines {
    static final int LONGEST = 1 << 24;

    private static final int FIRST_BUFFER = 1 << 17;

    private final InputStream in;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int from;
    private int to;
    private int next;
    private int filled;
    private boolean isDry;

    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * Goes on to the next line; false where there is none.
     * Errors: {@link Malformed} for a line of more than 16 MiB.
     */
    boolean next() throws IOException {
        from = next;
        int seen = next;
        while (true) {
            for (; seen < filled; seen++)
                if (buffer[seen] == '\n') {
                    to = seen;
                    next = seen + 1;
                    return true;
                }
            if (isDry) {
                to = filled;
                next = filled;
                return to > from;
            }
            seen -= from;
            fill();
            seen += from;
        }
    }

    /** Moves what is left of the line to the front, makes room, and reads on. */
    private void fill() throws IOException {
        int rest = filled - from;
        if (rest >= LONGEST) throw new Malformed("a line of more than " + LONGEST + " bytes");
        byte[] target = rest > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
        System.arraycopy(buffer, from, target, 0, rest);
        buffer = target;
        from = 0;
        filled = rest;
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) isDry = true;
        else filled += read;
    }

    byte[] copy() {
        return Arrays.copyOfRange(buffer, from, to);
    }
}
