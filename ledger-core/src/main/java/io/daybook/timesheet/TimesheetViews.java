package io.daybook.timesheet;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Subject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads timesheets and their entries. */
public interface TimesheetViews {
    Optional<TimesheetView> byId(TimesheetId id);

    /** In the order of ids, those after {@code after}; null begins. */
    List<TimesheetView> page(Filter filter, @Nullable TimesheetId after, int limit);

    /** Only what an order needs of the same sheets in the same order: for bulk submissions and approvals. */
    List<TimesheetView.Revision> revisions(Filter filter, @Nullable TimesheetId after, int limit);

    long count(Filter filter);

    /** In the order they were worked. */
    List<TimesheetView.Entry> entries(TimesheetId timesheet);

    /** Those of {@code ids} that exist, in the order they were worked. */
    List<TimesheetView.Entry> entriesById(Collection<TimeEntryId> ids);

    /** Of each of these sheets, who recorded time on it, and who agreed the rates of its engagement. */
    Map<TimesheetId, Set<Subject>> hands(Collection<TimesheetId> timesheets);

    /** Pay periods that have such timesheets, latest first, before {@code before}; one row for each status in them. */
    List<TimesheetView.Period> periods(Filter filter, @Nullable LocalDate before, int limit);

    /**
     * What to look for; null is any.
     *
     * @param projects the projects the reader may see; null for all, an empty list for none
     * @param period the first day of the pay period
     * @param from pay periods that begin on this day or later; @param to on this day or earlier
     */
    record Filter(
            @Nullable TimesheetStatus status,
            @Nullable String project,
            @Nullable LocalDate period,
            @Nullable ContractorId contractor,
            @Nullable List<String> projects,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public static final Filter ALL = new Filter(null, null, null, null, null);

        public Filter(
                @Nullable TimesheetStatus status,
                @Nullable String project,
                @Nullable LocalDate period,
                @Nullable ContractorId contractor,
                @Nullable List<String> projects) {
            this(status, project, period, contractor, projects, null, null);
        }
    }
}
