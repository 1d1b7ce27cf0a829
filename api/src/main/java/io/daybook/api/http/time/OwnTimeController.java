package io.daybook.api.http.time;

import io.daybook.api.eventlog.AppendRefused;
import io.daybook.api.http.problem.Problem;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Revised;
import io.daybook.api.http.request.Texts;
import io.daybook.api.http.request.Write;
import io.daybook.calendar.PayCalendar;
import io.daybook.calendar.PayPeriod;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.EngagementView;
import io.daybook.engagement.EngagementViews;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.Sealed;
import io.daybook.timesheet.TimeEntry;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetCommand.DisputeTimesheet;
import io.daybook.timesheet.TimesheetCommand.OpenTimesheet;
import io.daybook.timesheet.TimesheetCommand.Opening;
import io.daybook.timesheet.TimesheetCommand.RecordTimeEntries;
import io.daybook.timesheet.TimesheetCommand.SubmitTimesheet;
import io.daybook.timesheet.TimesheetId;
import io.daybook.timesheet.TimesheetView;
import io.daybook.timesheet.overlap.WorkedInterval;
import io.daybook.timesheet.overlap.WorkedIntervals;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What contractors do with their own time. */
@RestController
@RequestMapping("/api/v1/timesheets")
final class OwnTimeController {

    private final Timesheets sheets;
    private final EngagementViews engagements;
    private final WorkedIntervals worked;
    private final PayCalendar calendar;
    private final PersonVault vault;

    OwnTimeController(
            Timesheets sheets,
            EngagementViews engagements,
            WorkedIntervals worked,
            PayCalendar calendar,
            PersonVault vault) {
        this.sheets = sheets;
        this.engagements = engagements;
        this.worked = worked;
        this.calendar = calendar;
        this.vault = vault;
    }

    /** @param period the first day of the pay period */
    record NewTimesheet(String engagement, LocalDate period) {}

    record Reason(@Nullable String reason) {}

    @PostMapping
    ResponseEntity<TimesheetJson> open(Write write, @RequestBody NewTimesheet body) {
        EngagementView engagement = own(write, body.engagement());
        PayPeriod period = calendar.periodOf(body.period());
        if (!period.from().equals(body.period()))
            throw ProblemException.at(
                    "/period", "bad-date", "A pay period is named by its first day: " + period.from() + ".");
        TimesheetId id = TimesheetId.of(engagement.id(), period);
        Opening opening =
                new Opening(engagement.project(), period, engagement.terms().currency());
        write.send(new OpenTimesheet(id, opening, write.now()));
        write.awaitViews();
        return created(id);
    }

    @PostMapping("/{id}/entries")
    @Revised
    ResponseEntity<TimesheetJson> record(Write write, @PathVariable String id, @RequestBody EntryBody body) {
        TimesheetView sheet = sheets.own(write.caller(), id);
        write.about(sheet.contractor().person());
        EngagementView engagement = sheets.engagement(sheet);
        TimeEntry entry = body.toEntry("", TimeEntryId.of("http", write.key()), sheet.contractor(), calendar, vault);
        List<WorkedInterval> interval = WorkedInterval.of(sheet.id(), entry, engagement.overlap()).stream()
                .toList();
        if (!worked.overlapping(interval).isEmpty()) throw overlap();
        Opening opening =
                new Opening(sheet.project(), sheet.period(), sheet.amount().currency());
        RecordTimeEntries order =
                new RecordTimeEntries(sheet.id(), opening, engagement.terms(), List.of(entry), write.now());
        try {
            write.send(order, worked.riders(order, engagement.overlap()), OwnTimeController::explain);
        } catch (AppendRefused e) {
            if (e.constraint().equals(WorkedIntervals.NO_OVERLAP)) throw overlap();
            throw e;
        }
        write.awaitViews();
        return created(sheet.id());
    }

    @PostMapping("/{id}/submit")
    @Revised
    TimesheetJson submit(Write write, @PathVariable String id) {
        TimesheetView sheet = sheets.own(write.caller(), id);
        write.about(sheet.contractor().person());
        write.send(new SubmitTimesheet(sheet.id(), write.caller().actor(), write.now()));
        write.awaitViews();
        return sheets.show(sheet.id());
    }

    @PostMapping("/{id}/dispute")
    @Revised
    TimesheetJson dispute(Write write, @PathVariable String id, @RequestBody(required = false) @Nullable Reason body) {
        TimesheetView sheet = sheets.own(write.caller(), id);
        write.about(sheet.contractor().person());
        String reason = body == null ? null : Texts.optional("/reason", body.reason(), 2_000);
        Sealed sealed = reason == null ? null : vault.seal(sheet.contractor().person(), reason);
        write.send(new DisputeTimesheet(sheet.id(), write.caller().actor(), sealed, write.now()));
        write.awaitViews();
        return sheets.show(sheet.id());
    }

    private EngagementView own(Write write, String id) {
        return find(id).filter(view -> write.caller().is(view.contractor()))
                .orElseThrow(() -> ProblemException.notFound("engagement"));
    }

    private Optional<EngagementView> find(String id) {
        try {
            return engagements.byId(new EngagementId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private ResponseEntity<TimesheetJson> created(TimesheetId id) {
        return ResponseEntity.created(URI.create("/api/v1/timesheets/" + id.value()))
                .body(sheets.show(id));
    }

    private static ProblemException explain(Rejection reason) {
        String pointer = reason.code().equals("not-positive") || reason.code().equals("over-24h") ? "/seconds" : "";
        return ProblemException.of(reason, List.of(new Problem.Field(pointer, reason.code(), reason.message())));
    }

    private static ProblemException overlap() {
        return ProblemException.of("overlap", "This overlaps other time of the same contractor.");
    }
}
