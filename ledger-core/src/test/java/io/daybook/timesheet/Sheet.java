package io.daybook.timesheet;

import io.daybook.calendar.PayPeriod;
import io.daybook.contractor.Actor;
import io.daybook.contractor.ContractorId;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.RateVersion;
import io.daybook.engagement.Terms;
import io.daybook.kernel.Plain;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.HourlyRate;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetCommand.ApproveTimesheet;
import io.daybook.timesheet.TimesheetCommand.Change;
import io.daybook.timesheet.TimesheetCommand.CorrectTimesheet;
import io.daybook.timesheet.TimesheetCommand.DisputeTimesheet;
import io.daybook.timesheet.TimesheetCommand.Opening;
import io.daybook.timesheet.TimesheetCommand.RecordTimeEntries;
import io.daybook.timesheet.TimesheetCommand.RejectTimesheet;
import io.daybook.timesheet.TimesheetCommand.SubmitTimesheet;
import io.daybook.timesheet.TimesheetEvent.PricedLine;
import io.daybook.timesheet.TimesheetEvent.TimeEntryRecorded;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import io.daybook.timesheet.TimesheetEvent.TimesheetOpened;
import io.daybook.timesheet.TimesheetEvent.TimesheetSubmitted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One sheet of one week for the tests: 45.00 an hour, at most 40 hours. */
final class Sheet {
    static final ContractorId ANA = ContractorId.of("ana");
    static final EngagementId ENGAGEMENT = EngagementId.of(ANA, "Labels");
    static final LocalDate MONDAY = LocalDate.parse("2026-05-04");
    static final PayPeriod WEEK = new PayPeriod(MONDAY, MONDAY.plusDays(6));
    static final TimesheetId ID = TimesheetId.of(ENGAGEMENT, WEEK);
    static final Currency USD = Currencies.of("USD");
    static final Instant NOW = Instant.parse("2026-05-11T08:00:00Z");
    static final RateVersion RATE = rate(1, 45_00, MONDAY.minusDays(30));
    static final Terms TERMS = new Terms(USD, 40 * 3600L, List.of(RATE), null);
    static final Opening OPENING = new Opening("Labels", WEEK, USD);
    static final Sealed WHY = Plain.sealed(ANA.person(), "two hours too many");
    static final Actor SELF = new Actor(new Subject("ana"), ANA);
    static final Actor LEAD = Actor.staff(new Subject("lead"));
    static final TimesheetOpened OPENED = new TimesheetOpened(ID, "Labels", WEEK, USD, NOW);

    private Sheet() {}

    static RateVersion rate(int version, long minor, LocalDate from) {
        return new RateVersion(version, new HourlyRate(Money.of(minor, "USD")), from);
    }

    static TimeEntry entry(String name, int day, long seconds) {
        LocalDate date = MONDAY.plusDays(day);
        Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(9 * 3600);
        return new TimeEntry(TimeEntryId.of(name), date, start, true, seconds, "labelling", null);
    }

    static TimeEntryRecorded recorded(TimeEntry entry, int revision) {
        return new TimeEntryRecorded(ID, entry, revision, NOW);
    }

    static TimesheetSubmitted submitted(int revision) {
        return new TimesheetSubmitted(ID, revision, SELF.subject(), NOW);
    }

    static PricedLine priced(TimeEntry entry, long minor) {
        return new PricedLine(
                entry.id(), entry.workDate(), entry.workedAt(), entry.seconds(), RATE, Money.of(minor, "USD"));
    }

    static TimesheetApproved approved(int revision, PricedLine... lines) {
        return new TimesheetApproved(ID, OPENING.project(), revision, LEAD.subject(), List.of(lines), NOW);
    }

    static RecordTimeEntries record(TimeEntry... entries) {
        return new RecordTimeEntries(ID, OPENING, TERMS, List.of(entries), NOW);
    }

    static SubmitTimesheet submit() {
        return new SubmitTimesheet(ID, SELF, NOW);
    }

    static ApproveTimesheet approve(int revision, Actor approver) {
        return new ApproveTimesheet(ID, revision, approver, TERMS, Set.of(), NOW);
    }

    static RejectTimesheet rejectSheet(int revision) {
        return new RejectTimesheet(ID, revision, LEAD, WHY, NOW);
    }

    static DisputeTimesheet dispute(@Nullable Sealed reason) {
        return new DisputeTimesheet(ID, SELF, reason, NOW);
    }

    static CorrectTimesheet correct(List<Change> changes, TimeEntry... late) {
        return new CorrectTimesheet(ID, changes, List.of(late), LEAD, WHY, TERMS, NOW);
    }
}
