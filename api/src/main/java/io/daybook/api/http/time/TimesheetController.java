package io.daybook.api.http.time;

import io.daybook.api.http.people.ContractorRefs;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Revisions;
import io.daybook.api.security.Caller;
import io.daybook.calendar.PayCalendar;
import io.daybook.timesheet.TimesheetId;
import io.daybook.timesheet.TimesheetStatus;
import io.daybook.timesheet.TimesheetView;
import io.daybook.timesheet.TimesheetViews;
import io.daybook.timesheet.TimesheetViews.Filter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads timesheets. */
@RestController
@RequestMapping("/api/v1/timesheets")
final class TimesheetController {
    private final TimesheetViews timesheets;
    private final Timesheets sheets;
    private final ContractorRefs refs;
    private final Revisions revisions;
    private final PayCalendar calendar;

    TimesheetController(
            TimesheetViews timesheets,
            Timesheets sheets,
            ContractorRefs refs,
            Revisions revisions,
            PayCalendar calendar) {
        this.calendar = calendar;
        this.revisions = revisions;
        this.timesheets = timesheets;
        this.sheets = sheets;
        this.refs = refs;
    }

    /** @param period the first day of the pay period; @param from and @param to between which that day is, both included */
    @GetMapping
    Page<TimesheetJson> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable TimesheetStatus status,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable LocalDate period,
            @RequestParam(required = false) @Nullable String contractor,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from))
            throw ProblemException.badParameter("to", "is not before from");
        if (period != null)
            Weeks.notAFirstDay(calendar, period).ifPresent(fault -> {
                throw ProblemException.badParameter("period", fault);
            });
        Filter asked = new Filter(status, project, period, null, null, from, to);
        Filter filter = sheets.readable(caller, asked, contractor);
        TimesheetId after = page.after() == null ? null : new TimesheetId(page.after());
        List<TimesheetView> rows = timesheets.page(filter, after, page.fetch());
        ContractorRefs.Known known =
                refs.of(rows.stream().map(TimesheetView::contractor).toList());
        return page.of(
                rows, row -> row.id().value(), row -> TimesheetJson.of(row, known.of(row.contractor()), null, null));
    }

    @GetMapping("/{id}")
    ResponseEntity<TimesheetJson> show(Caller caller, @PathVariable String id) {
        TimesheetId sheet = sheets.readable(caller, id).id();
        return revisions.tagged(sheet.value(), () -> sheets.show(sheet));
    }
}
