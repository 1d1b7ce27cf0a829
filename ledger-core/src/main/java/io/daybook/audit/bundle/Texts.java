package io.daybook.audit.bundle;

/** Texts of a bundle come from whoever made it: what is printed of them is plain ASCII, so that no terminal obeys them. */
final class Texts {
    private static final int LONGEST = 400;

    private Texts() {}

    /** As a JSON text. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') json.append('\\').append(c);
            else if (c >= ' ' && c < 0x7f) json.append(c);
            else json.append("\\u%04x".formatted((int) c));
        }
        return json.append('"').toString();
    }

    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            shown.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return text.length() > LONGEST ? shown + "..." : shown.toString();
    }
}
