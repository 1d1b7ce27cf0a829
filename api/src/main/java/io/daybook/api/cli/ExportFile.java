package io.daybook.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A file of events, one a line. A line that was cut off in the middle of an earlier export is written anew. */
final class ExportFile implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BLOCK = 1 << 16;

    private final RandomAccessFile file;
    private final long last;

    private ExportFile(RandomAccessFile file, long last) {
        this.file = file;
        this.last = last;
    }

    /** Errors: IOException, also for a file that holds something else. */
    static ExportFile open(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            long end = lineEnd(file, file.length());
            if (end == 0 && file.length() > 0 && !beginsAsEvent(file)) throw noEvent(null);
            long last = end == 0 ? 0 : positionOf(lastLine(file, end));
            file.setLength(end);
            file.seek(end);
            return new ExportFile(file, last);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The position of its last event; 0 for an empty file. */
    long last() {
        return last;
    }

    void add(String lines) throws IOException {
        file.write(lines.getBytes(UTF_8));
    }

    /** Errors: IOException for a text that is no event. */
    static long positionOf(String line) throws IOException {
        try {
            long position = JSON.readTree(line).path("position").asLong(0);
            if (position > 0) return position;
        } catch (JacksonException e) {
            throw noEvent(e);
        }
        throw noEvent(null);
    }

    private static IOException noEvent(@Nullable Exception because) {
        return new IOException("it holds a line that is no event", because);
    }

    private static boolean beginsAsEvent(RandomAccessFile file) throws IOException {
        file.seek(0);
        return file.read() == '{';
    }

    private static String lastLine(RandomAccessFile file, long end) throws IOException {
        long begin = lineEnd(file, end - 1);
        byte[] line = new byte[Math.toIntExact(end - 1 - begin)];
        file.seek(begin);
        file.readFully(line);
        file.seek(end);
        return new String(line, UTF_8);
    }

    /** Right behind the last line feed before {@code before}; 0 where there is none. */
    private static long lineEnd(RandomAccessFile file, long before) throws IOException {
        byte[] block = new byte[BLOCK];
        for (long end = before; end > 0; ) {
            int size = (int) Math.min(BLOCK, end);
            file.seek(end - size);
            file.readFully(block, 0, size);
            for (int i = size - 1; i >= 0; i--) if (block[i] == '\n') return end - size + i + 1;
            end -= size;
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
