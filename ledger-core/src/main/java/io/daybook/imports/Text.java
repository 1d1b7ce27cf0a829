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
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** Keeps line breaks, as LF. */
    static String lines(String text) {
        String plain = LINE_END.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("\n");
        return UNPRINTABLE.matcher(plain).replaceAll("").strip();
    }
}
