package io.daybook.timesheet;

import static io.daybook.timesheet.Sheet.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.contractor.Actor;
import io.daybook.kernel.Spec;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetCommand.Change;
import io.daybook.timesheet.TimesheetCommand.CorrectTimesheet;
import io.daybook.timesheet.TimesheetCommand.LockTimesheet;
import io.daybook.timesheet.TimesheetEvent.CorrectedLine;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import io.daybook.timesheet.TimesheetEvent.TimesheetRejected;
import io.daybook.timesheet.TimesheetRejection.EntriesRefused;
import io.daybook.timesheet.TimesheetRejection.NotNow;
import io.daybook.timesheet.TimesheetRejection.OverCap;
import io.daybook.timesheet.TimesheetRejection.Refusal;
import io.daybook.timesheet.TimesheetRejection.UnknownEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    private static final TimeEntry HOUR = entry("hour", 0, 3600);
    private static final TimeEntry DAY = entry("day", 1, 8 * 3600);
    private static final TimeEntry LATE = entry("late", 2, 1800);

    private final Spec<TimesheetCommand, TimesheetState, TimesheetEvent> sheet = new Spec<>(TimesheetDecider.DECIDER);
    private final Spec.Given<TimesheetCommand, TimesheetState, TimesheetEvent> approved = sheet.given(
            OPENED,
            recorded(HOUR, 1),
            recorded(DAY, 2),
            submitted(2),
            Sheet.approved(2, priced(HOUR, 45_00), priced(DAY, 360_00)));

    @Test
    void a_change_posts_the_difference_of_two_rounded_amounts() {
        approved.when(correct(List.of(new Change(HOUR.id(), 3601))))
                .then(corrected(1, 3, line(HOUR, 3600, 3601, 45_00, 45_01)))
                .when(correct(List.of(new Change(HOUR.id(), 3602))))
                .then(corrected(2, 4, line(HOUR, 3601, 3602, 45_01, 45_02)))
                .when(correct(List.of(new Change(HOUR.id(), 3602))))
                .thenNothing();
    }

    @Test
    void a_late_entry_is_recorded_and_priced_at_once() {
        approved.when(new LockTimesheet(ID, NOW))
                .and()
                .when(correct(List.of(), LATE))
                .then(recorded(LATE, 3), corrected(1, 4, line(LATE, 0, 1800, 0, 22_50)))
                .when(correct(List.of(), LATE))
                .thenNothing();
    }

    @Test
    void an_entry_can_be_taken_back_whole() {
        approved.when(correct(List.of(new Change(DAY.id(), 0))))
                .then(corrected(1, 3, line(DAY, 8 * 3600, 0, 360_00, 0)));
    }

    @Test
    void rejecting_a_disputed_sheet_takes_every_line_back() {
        var rejected = approved.when(dispute(null))
                .and()
                .when(rejectSheet(3))
                .then(
                        corrected(1, 4, line(HOUR, 3600, 0, 45_00, 0), line(DAY, 8 * 3600, 0, 360_00, 0)),
                        new TimesheetRejected(ID, 4, LEAD.subject(), WHY, NOW));
        assertThat(rejected.state().status()).isEqualTo(TimesheetStatus.REJECTED);
        rejected.when(submit()).thenRejected("illegal-state");
        rejected.when(Sheet.record(LATE))
                .and()
                .when(submit())
                .and()
                .when(approve(5, LEAD))
                .then(Sheet.approved(5, priced(LATE, 22_50)));
    }

    @Test
    void corrections_are_for_approved_time_and_by_another_person() {
        sheet.given(OPENED, recorded(HOUR, 1))
                .when(correct(List.of(new Change(HOUR.id(), 1))))
                .thenRejected(new NotNow(ID, TimesheetStatus.OPEN));
        approved.when(by(SELF)).thenRejected("needs-second-person");
    }

    @Test
    void only_entries_of_the_sheet_can_be_changed() {
        approved.when(correct(List.of(new Change(LATE.id(), 1)))).thenRejected(new UnknownEntry(LATE.id()));
    }

    @Test
    void the_cap_holds_for_corrections_but_never_stops_one_down() {
        long tooMuch = 24 * 3600;
        TimeEntry night = entry("night", 3, tooMuch);
        approved.when(correct(List.of(new Change(DAY.id(), tooMuch)), night))
                .thenRejected(new EntriesRefused(List.of(new Refusal(night.id(), new OverCap(40 * 3600)))));
        approved.when(correct(List.of(new Change(DAY.id(), -1)))).thenRejected("not-positive");
        approved.when(correct(List.of(new Change(DAY.id(), tooMuch + 1)))).thenRejected("over-24h");
        approved.when(correct(List.of(new Change(DAY.id(), tooMuch), new Change(DAY.id(), 60))))
                .then(corrected(1, 3, line(DAY, 8 * 3600, 60, 360_00, 75)));
    }

    @Test
    void what_goes_down_makes_room_for_what_goes_up() {
        TimeEntry night = entry("night", 3, 20 * 3600);
        approved.when(correct(List.of(), night))
                .and()
                .when(correct(List.of(new Change(DAY.id(), 24 * 3600), new Change(night.id(), 3600))))
                .then(corrected(
                        2,
                        5,
                        line(DAY, 8 * 3600, 24 * 3600, 360_00, 1080_00),
                        line(night, 20 * 3600, 3600, 900_00, 45_00)));
    }

    @Test
    void a_locked_sheet_that_was_rejected_still_takes_late_time_by_a_correction() {
        var rejected = approved.when(dispute(null))
                .and()
                .when(new LockTimesheet(ID, NOW))
                .and()
                .when(rejectSheet(3))
                .and();
        rejected.when(correct(List.of(), LATE)).then(recorded(LATE, 5), corrected(2, 6, line(LATE, 0, 1800, 0, 22_50)));
    }

    private static CorrectTimesheet by(Actor approver) {
        return new CorrectTimesheet(ID, List.of(new Change(HOUR.id(), 1)), List.of(), approver, WHY, TERMS, NOW);
    }

    private static TimesheetCorrected corrected(int number, int revision, CorrectedLine... lines) {
        return new TimesheetCorrected(
                ID, OPENING.project(), number, revision, LEAD.subject(), WHY, List.of(lines), NOW);
    }

    private static CorrectedLine line(TimeEntry entry, long from, long to, long before, long after) {
        return new CorrectedLine(
                entry.id(),
                entry.workDate(),
                entry.workedAt(),
                from,
                to,
                RATE,
                Money.of(before, "USD"),
                Money.of(after, "USD"));
    }
}
