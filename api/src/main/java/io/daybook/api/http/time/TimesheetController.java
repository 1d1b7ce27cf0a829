package io.daybook.api.http.time;

import io.daybook.api.http.people.ContractorRefs;
import io.daybook.api.http.people.People;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Revisions;
import io.daybook.api.security.Caller;
import io.daybook.api.security.Role;
import io.daybook.contractor.ContractorId;
import io.daybook.timesheet.TimesheetId;
import io.daybook.timesheet.TimesheetStatus;
import io.daybook.timesheet.TimesheetView;
import io.daybook.timesheet.TimesheetViews;
import io.daybook.timesheet.TimesheetViews.Filter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
    private final People people;
    private final ContractorRefs refs;
    private final Revisions revisions;

    TimesheetController(
            TimesheetViews timesheets, Timesheets sheets, People people, ContractorRefs refs, Revisions revisions) {
        this.revisions = revisions;
        this.timesheets = timesheets;
        this.sheets = sheets;
        this.people = people;
        this.refs = refs;
    }

    /** @param period the first day of the pay period */
    @GetMapping
    Page<TimesheetJson> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable TimesheetStatus status,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable LocalDate period,
            @RequestParam(required = false) @Nullable String contractor) {
        Filter filter = filter(caller, new Filter(status, project, period, null, null), contractor);
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

    private Filter filter(Caller caller, Filter asked, @Nullable String contractor) {
        ContractorId self = caller.contractor();
        if (caller.seesEverybody())
            return with(
                    asked,
                    contractor == null ? null : people.named(caller, contractor).id(),
                    null);
        if (self != null
                && caller.is(self)
                && (!caller.hasAny(Role.APPROVER) || self.value().equals(contractor))) return with(asked, self, null);
        if (!caller.hasAny(Role.APPROVER)) throw ProblemException.notFound("contractor");
        return with(asked, contractor == null ? null : id(contractor), caller.approvedProjects());
    }

    private static ContractorId id(String contractor) {
        try {
            return new ContractorId(Objects.requireNonNull(contractor));
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("contractor");
        }
    }

    private static Filter with(Filter asked, @Nullable ContractorId contractor, @Nullable List<String> projects) {
        return new Filter(asked.status(), asked.project(), asked.period(), contractor, projects);
    }
}
