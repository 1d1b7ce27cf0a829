package io.daybook.imports;

import io.daybook.kernel.PersonVault;
import java.util.Locale;

/**
 * What makes a row of a time export the same row again: format, contractor, project, start or date, duration, task and
 * notes, and which of its twins within the file it is. Keyed, so that an id gives no hint of the notes.
 */
public final class RowIdentity {
    private RowIdentity() {}

    /** The same for all twins of a row. Lower-case hex, 64 characters. */
    public static String ofTwins(PersonVault vault, TimeFormat format, String contractor, TimeRow row) {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {
            format.code(),
            contractor,
            row.project().toLowerCase(Locale.ROOT),
            row.moment(),
            Long.toString(row.seconds()),
            row.task(),
            Text.oneLine(row.notes())
        }) text.append(part.length()).append(':').append(part);
        return vault.blindIndex("time-row", text.toString());
    }

    /** The {@code n}-th twin's own, from 1. */
    public static String of(PersonVault vault, String twins, long n) {
        return vault.blindIndex("time-entry", twins + "-" + n);
    }
}
