package io.daybook.timesheet;

import static io.daybook.timesheet.Sheet.*;

import io.daybook.engagement.Terms;
import io.daybook.kernel.Spec;
import io.daybook.timesheet.TimesheetCommand.OpenTimesheet;
import io.daybook.timesheet.TimesheetCommand.RecordTimeEntries;
import io.daybook.timesheet.TimesheetEvent.TimesheetRejected;
import io.daybook.timesheet.TimesheetEvent.TimesheetReopened;
import io.daybook.timesheet.TimesheetRejection.EntriesRefused;
import io.daybook.timesheet.TimesheetRejection.NoRate;
import io.daybook.timesheet.TimesheetRejection.NotPositive;
import io.daybook.timesheet.TimesheetRejection.OutsidePeriod;
import io.daybook.timesheet.TimesheetRejection.Over24Hours;
import io.daybook.timesheet.TimesheetRejection.OverCap;
import io.daybook.timesheet.TimesheetRejection.PeriodLocked;
import io.daybook.timesheet.TimesheetRejection.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final TimeEntry MORNING = entry("morning", 0, 4 * 3600);
    private static final TimeEntry EVENING = entry("evening", 0, 3 * 3600);

    private final Spec<TimesheetCommand, TimesheetState, TimesheetEvent> sheet = new Spec<>(TimesheetDecider.DECIDER);

    @Test
    void the_first_entry_opens_the_sheet() {
        sheet.given()
                .when(Sheet.record(MORNING, EVENING))
                .then(OPENED, recorded(MORNING, 1), recorded(EVENING, 2))
                .when(new OpenTimesheet(ID, OPENING, NOW))
                .thenNothing();
    }

    @Test
    void an_empty_sheet_can_be_opened() {
        sheet.given().when(new OpenTimesheet(ID, OPENING, NOW)).then(OPENED);
        sheet.given().when(Sheet.record()).thenNothing();
    }

    @Test
    void an_entry_recorded_already_is_skipped_in_every_state() {
        sheet.given(OPENED, recorded(MORNING, 1))
                .when(Sheet.record(MORNING, EVENING, EVENING))
                .then(recorded(EVENING, 2));
        sheet.given(OPENED, recorded(MORNING, 1), submitted(1), approved(1, priced(MORNING, 180_00)))
                .when(Sheet.record(MORNING))
                .thenNothing();
    }

    @Test
    void a_submitted_sheet_takes_the_entry_and_raises_its_revision() {
        sheet.given(OPENED, recorded(MORNING, 1), submitted(1))
                .when(Sheet.record(EVENING))
                .then(recorded(EVENING, 2))
                .when(approve(1, LEAD))
                .thenRejected("stale-revision");
    }

    @Test
    void an_approved_sheet_is_locked_for_new_entries() {
        sheet.given(OPENED, recorded(MORNING, 1), submitted(1), approved(1, priced(MORNING, 180_00)))
                .when(Sheet.record(MORNING, EVENING))
                .thenRejected(new EntriesRefused(
                        List.of(new Refusal(EVENING.id(), new PeriodLocked(TimesheetStatus.APPROVED)))));
    }

    @Test
    void a_rejected_sheet_opens_again() {
        sheet.given(OPENED, recorded(MORNING, 1), submitted(1), new TimesheetRejected(ID, 1, LEAD.subject(), WHY, NOW))
                .when(Sheet.record(EVENING))
                .then(new TimesheetReopened(ID, NOW), recorded(EVENING, 2));
    }

    @Test
    void every_entry_that_cannot_be_taken_is_named_and_nothing_is_recorded() {
        TimeEntry nothing = entry("nothing", 0, 0);
        TimeEntry endless = entry("endless", 0, 24 * 3600 + 1);
        TimeEntry nextWeek = entry("next week", 7, 60);
        sheet.given()
                .when(Sheet.record(MORNING, nothing, endless, nextWeek))
                .thenRejected(new EntriesRefused(List.of(
                        new Refusal(nothing.id(), new NotPositive()),
                        new Refusal(endless.id(), new Over24Hours()),
                        new Refusal(nextWeek.id(), new OutsidePeriod(nextWeek.workDate())))));
    }

    @Test
    void the_earlier_entry_wins_the_cap_and_a_smaller_one_still_fits() {
        TimeEntry day = entry("day", 1, 20 * 3600);
        TimeEntry night = entry("night", 2, 20 * 3600);
        TimeEntry minute = entry("minute", 3, 3600);
        sheet.given(OPENED, recorded(MORNING, 1))
                .when(Sheet.record(day, night, minute))
                .thenRejected(new EntriesRefused(List.of(new Refusal(night.id(), new OverCap(40 * 3600)))));
        sheet.given(OPENED, recorded(MORNING, 1))
                .when(Sheet.record(day, minute))
                .then(recorded(day, 2), recorded(minute, 3));
    }

    @Test
    void time_before_the_first_rate_has_none() {
        Terms later = new Terms(USD, null, List.of(rate(1, 45_00, MONDAY.plusDays(1))), null);
        sheet.given()
                .when(new RecordTimeEntries(ID, OPENING, later, List.of(MORNING), NOW))
                .thenRejected(new EntriesRefused(List.of(new Refusal(MORNING.id(), new NoRate(MONDAY)))));
    }

    @Test
    void terms_in_another_currency_are_refused() {
        Terms euros = new Terms(io.daybook.money.Currencies.of("EUR"), null, TERMS.rates(), null);
        sheet.given(OPENED)
                .when(new RecordTimeEntries(ID, OPENING, euros, List.of(MORNING), NOW))
                .thenRejected("currency-mismatch");
    }
}
