package io.daybook.api.imports;

import io.daybook.imports.TimeFormat;
import io.daybook.kernel.Subject;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to be imported.
 *
 * @param format how a time file is laid out; null for a roster
 * @param zone where the file's wall times are read
 * @param replace work dates whose missing entries are listed; null for none
 */
public record ImportRequest(
        ImportKind kind,
        @Nullable TimeFormat format,
        ZoneId zone,
        @Nullable Dates replace,
        Subject actor) {
    public ImportRequest {
        if ((kind == ImportKind.TIME) != (format != null))
            throw new IllegalArgumentException("a time import has a format, a roster has none");
    }

    /** Both ends included. */
    public record Dates(LocalDate from, LocalDate to) {
        public Dates {
            if (to.isBefore(from)) throw new IllegalArgumentException("dates run from the earlier to the later one");
        }
    }
}
