package io.daybook.api.books;

import org.jspecify.annotations.Nullable;

/** Text of others in a table that people open in a spreadsheet. */
public final class CsvText {
    private static final String FORMULA = "=+-@\t\r";

    private CsvText() {}

    /** A spreadsheet would carry out what begins like a formula: an apostrophe before it says that it is text. */
    public static String harmless(@Nullable String text) {
        if (text == null || text.isEmpty()) return "";
        return FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
