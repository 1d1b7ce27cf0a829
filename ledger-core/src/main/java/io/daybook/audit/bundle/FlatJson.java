package io.daybook.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.audit.Malformed;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** A flat JSON object: texts and whole numbers, each name once, nothing nested. Nothing is copied before it is asked for. */
final class FlatJson {
    private static final int MOST_FIELDS = 16;

    private final String[] names = new String[MOST_FIELDS];
    private final int[] from = new int[MOST_FIELDS];
    private final int[] to = new int[MOST_FIELDS];
    private final boolean[] isText = new boolean[MOST_FIELDS];
    private final boolean[] isEscaped = new boolean[MOST_FIELDS];
    private final byte[] bytes;
    private int at;
    private int count;
    /** Whether the text that was read last has a backslash in it. */
    private boolean hasEscape;

    private FlatJson(byte[] object) {
        bytes = object;
    }

    /** Errors: {@link Malformed} for anything but one such object. */
    static FlatJson of(byte[] object) {
        FlatJson json = new FlatJson(object);
        json.read();
        return json;
    }

    private void read() {
        expect('{');
        if (peek() != '}') field();
        while (peek() == ',') {
            at++;
            field();
        }
        expect('}');
        if (peek() != -1) throw new Malformed("something follows the object");
    }

    private void field() {
        if (count == MOST_FIELDS) throw new Malformed("more than " + MOST_FIELDS + " fields");
        if (peek() != '"') throw new Malformed("a name is missing");
        int begin = ++at;
        int limit = endOfText();
        String name = decoded(begin, limit, hasEscape);
        for (int i = 0; i < count; i++) if (names[i].equals(name)) throw new Malformed("a name that stands twice");
        names[count] = name;
        expect(':');
        int first = peek();
        isText[count] = first == '"';
        from[count] = isText[count] ? ++at : at;
        to[count] = isText[count] ? endOfText() : endOfNumber();
        isEscaped[count] = isText[count] && hasEscape;
        count++;
    }

    /** Of the text that begins here; leaves the place behind its quotation mark. */
    private int endOfText() {
        hasEscape = false;
        for (int i = at; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '"') {
                at = i + 1;
                return i;
            }
            if (b == '\\') {
                hasEscape = true;
                i++;
            } else if (b >= 0 && b < 0x20) throw new Malformed("a control character in a text");
        }
        throw new Malformed("a text does not end");
    }

    private int endOfNumber() {
        int i = at;
        if (i < bytes.length && bytes[i] == '-') i++;
        int digits = i;
        while (i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9') i++;
        boolean isPlain = i > digits && i - digits <= 19 && (bytes[digits] != '0' || i - digits == 1);
        if (!isPlain) throw new Malformed("a value is neither a text nor a whole number");
        at = i;
        return i;
    }

    private void expect(char wanted) {
        if (peek() != wanted) throw new Malformed("a " + wanted + " is missing");
        at++;
    }

    /** The next byte that is no white space, or -1. */
    private int peek() {
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n'))
            at++;
        return at < bytes.length ? bytes[at] : -1;
    }

    boolean has(String name) {
        return place(name) >= 0;
    }

    /** Errors: {@link Malformed} where there is another field than these. */
    void onlyOf(String... known) {
        for (int i = 0; i < count; i++)
            if (!Arrays.asList(known).contains(names[i])) throw new Malformed("an unknown field");
    }

    String text(String name) {
        int place = required(name, true);
        return decoded(from[place], to[place], isEscaped[place]);
    }

    long number(String name) {
        int place = required(name, false);
        try {
            return Long.parseLong(new String(bytes, from[place], to[place] - from[place], UTF_8));
        } catch (NumberFormatException e) {
            throw new Malformed(name + " is too large", e);
        }
    }

    /** Of Base64 with padding, in its one right spelling. */
    byte[] base64(String name) {
        int place = required(name, true);
        ByteBuffer raw = isEscaped[place]
                ? ByteBuffer.wrap(text(name).getBytes(UTF_8))
                : ByteBuffer.wrap(bytes, from[place], to[place] - from[place]);
        try {
            ByteBuffer decoded = Base64.getDecoder().decode(raw.duplicate());
            byte[] value = decoded.limit() == decoded.capacity()
                    ? decoded.array()
                    : Arrays.copyOf(decoded.array(), decoded.limit());
            if (isOneSpelling(raw, value)) return value;
        } catch (IllegalArgumentException e) {
            throw new Malformed(name + " is no Base64", e);
        }
        throw new Malformed(name + " is Base64 in an unusual spelling");
    }

    /** Only the length and the last four characters can be written in several ways. */
    private static boolean isOneSpelling(ByteBuffer raw, byte[] value) {
        if (raw.remaining() % 4 != 0) return false;
        if (value.length == 0) return true;
        byte[] last = Arrays.copyOfRange(value, (value.length - 1) / 3 * 3, value.length);
        return raw.slice(raw.limit() - 4, 4)
                .equals(ByteBuffer.wrap(Base64.getEncoder().encode(last)));
    }

    private int required(String name, boolean text) {
        int place = place(name);
        if (place < 0) throw new Malformed(name + " is missing");
        if (isText[place] != text) throw new Malformed(name + (text ? " is no text" : " is no number"));
        return place;
    }

    private int place(String name) {
        for (int i = 0; i < count; i++) if (names[i].equals(name)) return i;
        return -1;
    }

    private String decoded(int begin, int limit, boolean escaped) {
        String raw = new String(bytes, begin, limit - begin, UTF_8);
        // What is no UTF-8 was replaced by this character; a decoder of one's own for each text would cost more than
        // the text.
        if (raw.indexOf('\uFFFD') >= 0 && !Arrays.equals(raw.getBytes(UTF_8), Arrays.copyOfRange(bytes, begin, limit)))
            throw new Malformed("a text is no UTF-8");
        return escaped ? unescaped(raw) : raw;
    }

    private static String unescaped(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = raw.charAt(++i);
            int plain = "\"\\/bfnrt".indexOf(escape);
            if (plain >= 0) text.append("\"\\/\b\f\n\r\t".charAt(plain));
            else if (escape == 'u' && i + 4 < raw.length()) {
                text.append(unicode(raw.substring(i + 1, i + 5)));
                i += 4;
            } else throw new Malformed("an unknown escape in a text");
        }
        return text.toString();
    }

    private static char unicode(String hex) {
        for (int i = 0; i < hex.length(); i++)
            if (Character.digit(hex.charAt(i), 16) < 0 || hex.charAt(i) > 'f')
                throw new Malformed("an unknown escape in a text");
        return (char) Integer.parseInt(hex, 16);
    }
}
