package io.daybook.api.imports;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.imports.TimeFormat;
import io.daybook.kernel.Subject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what an upload's query asks for, before any of the file is read. */
@Component
final class ImportParameters {
    private final ZoneId usualZone;

    ImportParameters(DaybookProperties daybook) {
        usualZone = daybook.timeZone();
    }

    /** Errors: {@code missing-parameter} and {@code bad-parameter}. */
    ImportRequest read(Map<String, String> query, Subject actor) {
        ImportKind kind = ImportKind.of(required(query, "kind"))
                .orElseThrow(() -> ProblemException.badParameter("kind", "is roster or time"));
        ZoneId zone = zone(query.get("zone"));
        if (kind == ImportKind.ROSTER) return new ImportRequest(kind, null, zone, null, actor);
        return new ImportRequest(kind, format(required(query, "format")), zone, dates(query.get("replace")), actor);
    }

    private static String required(Map<String, String> query, String name) {
        String value = query.get(name);
        if (value == null || value.isBlank())
            throw ProblemException.of("missing-parameter", "The parameter " + name + " is needed.");
        return value;
    }

    private static TimeFormat format(String code) {
        String known = Arrays.stream(TimeFormat.values()).map(TimeFormat::code).collect(Collectors.joining(", "));
        return TimeFormat.of(code).orElseThrow(() -> ProblemException.badParameter("format", "is one of " + known));
    }

    private ZoneId zone(@Nullable String id) {
        if (id == null || id.isBlank()) return usualZone;
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw ProblemException.badParameter("zone", "is a time zone such as Europe/Berlin");
        }
    }

    private static ImportRequest.@Nullable Dates dates(@Nullable String range) {
        if (range == null || range.isBlank()) return null;
        String[] ends = range.split("\\.\\.", -1);
        try {
            if (ends.length == 2) return new ImportRequest.Dates(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw badRange();
        }
        throw badRange();
    }

    private static ProblemException badRange() {
        return ProblemException.badParameter("replace", "is two dates, the earlier first: 2026-01-01..2026-01-31");
    }
}
