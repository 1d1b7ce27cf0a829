package io.daybook.api.imports;

import io.daybook.imports.TimeFormat;
import java.util.Objects;

/**
 * An import and how far it has come.
 *
 * @param run counts how often it was begun or taken up again
 * @param total rows of the file, once it has been read through; 0 before
 */
public record ImportRecord(
        String id,
        ImportRequest request,
        ImportStatus status,
        int run,
        long total,
        long accepted,
        long rejected,
        long duplicates) {

    /** Rows decided so far; at the end all of them. */
    public long rows() {
        return accepted + rejected + duplicates;
    }

    TimeFormat format() {
        return Objects.requireNonNull(request.format(), "a time import has a format");
    }

    ImportRecord of(long rowsInFile) {
        return new ImportRecord(id, request, ImportStatus.RUNNING, run, rowsInFile, accepted, rejected, duplicates);
    }

    ImportRecord and(Tally tally) {
        return new ImportRecord(
                id,
                request,
                status,
                run,
                total,
                accepted + tally.accepted(),
                rejected + tally.errors().size(),
                duplicates + tally.duplicates());
    }
}
