package io.daybook.api.http.time;

import io.daybook.contractor.Actor;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Subject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bulk operation keeps: who asked for it, as far as the rules look at it, and for what.
 *
 * @param contractor whose own time it must not touch, if the caller is one
 * @param projects the caller's; null for all
 */
record BulkInput(
        @Nullable String contractor,
        @Nullable List<String> projects,
        @Nullable BulkFilter filter,
        @Nullable List<Sheet> sheets) {
    /** A timesheet and the revision that was seen. */
    record Sheet(String id, int revision) {}

    Actor actor(Subject subject) {
        return new Actor(subject, contractor == null ? null : new ContractorId(contractor));
    }

    BulkFilter filterOrAll() {
        return filter == null ? new BulkFilter(null, null, (LocalDate) null) : filter;
    }
}
