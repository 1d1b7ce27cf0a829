package io.daybook.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits RFC 4180 text into records in constant memory.
 * Line ends are LF, CRLF or CR; blank lines are no records; a quote inside an unquoted field is itself; text after a
 * closing quote belongs to the field. A record beyond {@link #MAX_CHARACTERS} is passed over and marked, so that one
 * endless row costs itself only.
 */
final class CsvRecords {
    static final int MAX_CHARACTERS = 65_536;
    private static final int END = -1;

    private final Reader in;
    private final char[] buffer = new char[16_384];
    private int next;
    private int filled;
    private long row;

    private final StringBuilder field = new StringBuilder();
    private List<String> fields = new ArrayList<>();
    private long characters;

    CsvRecords(Reader in) {
        this.in = in;
    }

    Optional<CsvRecord> next() throws IOException {
        int c = read();
        while (isLineEnd(c)) c = read();
        if (c == END) return Optional.empty();
        fields = new ArrayList<>();
        characters = 0;
        c = field(c);
        while (c == ',') c = field(read());
        if (c == '\r') skipLineFeed();
        row++;
        boolean tooLong = characters > MAX_CHARACTERS;
        return Optional.of(new CsvRecord(row, tooLong ? List.of() : fields, tooLong));
    }

    /** Reads one field that begins with {@code first} and answers the character that ended it. */
    private int field(int first) throws IOException {
        field.setLength(0);
        int c = first == '"' ? quoted() : first;
        while (c != ',' && c != END && !isLineEnd(c)) {
            keep(c);
            c = read();
        }
        characters++;
        if (characters <= MAX_CHARACTERS) fields.add(field.toString());
        return c;
    }

    private int quoted() throws IOException {
        for (int c = read(); c != END; c = read()) {
            if (c == '"') {
                c = read();
                if (c != '"') return c;
            }
            keep(c);
        }
        return END;
    }

    private void keep(int c) {
        characters++;
        if (characters <= MAX_CHARACTERS) field.append((char) c);
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    private void skipLineFeed() throws IOException {
        if (read() != '\n' && filled > 0) next--;
    }

    private int read() throws IOException {
        if (next >= filled) {
            filled = in.read(buffer, 0, buffer.length);
            next = 0;
            if (filled <= 0) {
                filled = 0;
                return END;
            }
        }
        return buffer[next++];
    }
}
