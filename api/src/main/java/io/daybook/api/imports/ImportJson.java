package io.daybook.api.imports;

import io.daybook.imports.TimeFormat;
import org.jspecify.annotations.Nullable;

/** An import as clients see it; {@code rows} are those decided so far, at the end all of them. */
record ImportJson(
        String id,
        String kind,
        @Nullable String format,
        ImportStatus status,
        long rows,
        long accepted,
        long rejected,
        long duplicates) {
    static ImportJson of(ImportRecord record) {
        TimeFormat format = record.request().format();
        return new ImportJson(
                record.id(),
                record.request().kind().code(),
                format == null ? null : format.code(),
                record.status(),
                record.rows(),
                record.accepted(),
                record.rejected(),
                record.duplicates());
    }
}
