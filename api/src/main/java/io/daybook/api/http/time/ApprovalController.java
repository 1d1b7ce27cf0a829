package io.daybook.api.http.time;

import io.daybook.api.eventlog.AppendRefused;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Revised;
import io.daybook.api.http.request.Texts;
import io.daybook.api.http.request.Write;
import io.daybook.calendar.PayCalendar;
import io.daybook.engagement.EngagementView;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Sealed;
import io.daybook.timesheet.TimeEntry;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetCommand.ApproveTimesheet;
import io.daybook.timesheet.TimesheetCommand.Change;
import io.daybook.timesheet.TimesheetCommand.CorrectTimesheet;
import io.daybook.timesheet.TimesheetCommand.RejectTimesheet;
import io.daybook.timesheet.TimesheetView;
import io.daybook.timesheet.TimesheetViews;
import io.daybook.timesheet.overlap.WorkedIntervals;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What approvers do with the time of their projects. */
@RestController
@RequestMapping("/api/v1/timesheets/{id}")
final class ApprovalController {
    private final Timesheets sheets;
    private final TimesheetViews timesheets;
    private final WorkedIntervals worked;
    private final PayCalendar calendar;
    private final PersonVault vault;

    ApprovalController(
            Timesheets sheets,
            TimesheetViews timesheets,
            WorkedIntervals worked,
            PayCalendar calendar,
            PersonVault vault) {
        this.sheets = sheets;
        this.timesheets = timesheets;
        this.worked = worked;
        this.calendar = calendar;
        this.vault = vault;
    }

    /** @param revision the one the approver saw */
    record Approval(int revision) {}

    /** @param revision the one the approver saw */
    record Refusal(int revision, String reason) {}

    /** @param changes entries set to other seconds, 0 to take them back; @param late entries not recorded before */
    record Correction(
            @Nullable List<EntryChange> changes, @Nullable List<EntryBody> late, String reason) {}

    record EntryChange(String entry, long seconds) {}

    @PostMapping("/approve")
    @Revised
    TimesheetJson approve(Write write, @PathVariable String id, @RequestBody Approval body) {
        // Whose hands were on it is read, and must be read whole.
        write.awaitAll("timesheet-", "engagement-");
        TimesheetView sheet = approvable(write, id);
        write.send(new ApproveTimesheet(
                sheet.id(),
                body.revision(),
                write.caller().actor(),
                sheets.engagement(sheet).terms(),
                timesheets.hands(List.of(sheet.id())).getOrDefault(sheet.id(), Set.of()),
                write.now()));
        write.awaitConsequences();
        return sheets.show(sheet.id());
    }

    @PostMapping("/reject")
    @Revised
    TimesheetJson reject(Write write, @PathVariable String id, @RequestBody Refusal body) {
        TimesheetView sheet = approvable(write, id);
        RejectTimesheet order = new RejectTimesheet(
                sheet.id(), body.revision(), write.caller().actor(), reason(sheet, body.reason()), write.now());
        write.send(order, worked.riders(order, timesheets.entries(sheet.id())), ProblemException::of);
        write.awaitConsequences();
        return sheets.show(sheet.id());
    }

    @PostMapping("/correct")
    @Revised
    TimesheetJson correct(Write write, @PathVariable String id, @RequestBody Correction body) {
        TimesheetView sheet = approvable(write, id);
        EngagementView engagement = sheets.engagement(sheet);
        CorrectTimesheet order = new CorrectTimesheet(
                sheet.id(),
                changes(body),
                late(write, sheet, body),
                write.caller().actor(),
                reason(sheet, body.reason()),
                engagement.terms(),
                write.now());
        if (order.changes().isEmpty() && order.late().isEmpty())
            throw ProblemException.at("", "missing-field", "A correction has changes or late entries.");
        try {
            write.send(
                    order,
                    worked.riders(order, engagement.overlap(), timesheets.entries(sheet.id())),
                    ProblemException::of);
        } catch (AppendRefused e) {
            if (!e.constraint().equals(WorkedIntervals.NO_OVERLAP)) throw e;
            throw ProblemException.of("overlap", "This overlaps other time of the same contractor.");
        }
        write.awaitConsequences();
        return sheets.show(sheet.id());
    }

    private TimesheetView approvable(Write write, String id) {
        TimesheetView sheet = sheets.approvable(write.caller(), id);
        write.about(sheet.contractor().person());
        return sheet;
    }

    private Sealed reason(TimesheetView sheet, String text) {
        return vault.seal(sheet.contractor().person(), Texts.required("/reason", text, 2_000));
    }

    private static List<Change> changes(Correction body) {
        List<Change> changes = new ArrayList<>();
        for (EntryChange change : Objects.requireNonNullElse(body.changes(), List.<EntryChange>of())) {
            String pointer = "/changes/" + changes.size();
            if (change.seconds() < 0)
                throw ProblemException.at(pointer + "/seconds", "not-positive", "Time is not below zero seconds.");
            changes.add(new Change(entryId(pointer, change.entry()), change.seconds()));
        }
        return changes;
    }

    private List<TimeEntry> late(Write write, TimesheetView sheet, Correction body) {
        List<TimeEntry> late = new ArrayList<>();
        for (EntryBody entry : Objects.requireNonNullElse(body.late(), List.<EntryBody>of())) {
            TimeEntryId id = TimeEntryId.of("http", write.key(), Integer.toString(late.size()));
            late.add(entry.toEntry("/late/" + late.size(), id, sheet.contractor(), calendar, vault));
        }
        return late;
    }

    private static TimeEntryId entryId(String pointer, String text) {
        try {
            return new TimeEntryId(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.at(pointer + "/entry", "not-found", "There is no such entry on this timesheet.");
        }
    }
}
