package io.daybook.imports;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes two spellings of the same text one: composed characters, single spaces, nothing unprintable. */
final class Text {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]+");

    private Text() {}

    static String oneLine(String text) {
        if (isPlain(text)) return text;
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** Keeps line breaks, as LF. */
    static String lines(String text) {
        if (isPlain(text)) return text;
        String plain = LINE_END.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("\n");
        return UNPRINTABLE.matcher(plain).replaceAll("").strip();
    }

    /** Most fields of most files: nothing but visible ASCII and single spaces between. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') return false;
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }
}
