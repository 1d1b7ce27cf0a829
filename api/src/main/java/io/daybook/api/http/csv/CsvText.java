package io.daybook.api.http.csv;

/** Text of others in a table that a spreadsheet may open. */
final class CsvText {
    /** What begins a formula, in full width too: some spreadsheets take one for the other. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    /** These alone are enough: a field that is pasted begins anew behind them. */
    private static final String BREAKS = "\t\r\n";

    private CsvText() {}

    /**
     * A spreadsheet would carry out what begins like a formula, and passes over blanks and what is not seen before it. An apostrophe in
     * front says that it is text.
     */
    static String harmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (FORMULA.indexOf(c) >= 0 || BREAKS.indexOf(c) >= 0) return "'" + text;
            if (!isPassedOver(c)) return text;
        }
        return text;
    }

    private static boolean isPassedOver(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                // Blank, though letters to Unicode: the fillers of Hangul and the blank of Braille.
                || "\u115F\u1160\u2800\u3164\uFFA0".indexOf(c) >= 0;
    }
}
