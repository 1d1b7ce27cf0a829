package io.daybook.api.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.calendar.PayPeriod;
import io.daybook.contractor.Actor;
import io.daybook.contractor.ContractorId;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.Overlap;
import io.daybook.engagement.Terms;
import io.daybook.kernel.Plain;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import io.daybook.timesheet.TimeEntry;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetCommand.Change;
import io.daybook.timesheet.TimesheetCommand.CorrectTimesheet;
import io.daybook.timesheet.TimesheetCommand.Opening;
import io.daybook.timesheet.TimesheetCommand.RecordTimeEntries;
import io.daybook.timesheet.TimesheetCommand.RejectTimesheet;
import io.daybook.timesheet.TimesheetId;
import io.daybook.timesheet.TimesheetView;
import io.daybook.timesheet.overlap.WorkedInterval;
import io.daybook.timesheet.overlap.WorkedIntervals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkedIntervalsTest {
    private static final Instant NINE = Instant.parse("2026-05-04T09:00:00Z");
    private static final LocalDate MONDAY = LocalDate.parse("2026-05-04");
    private static final PayPeriod WEEK = new PayPeriod(MONDAY, MONDAY.plusDays(6));
    private static final ContractorId ANA = ContractorId.of("ana");
    private static final TimesheetId LABELS = TimesheetId.of(EngagementId.of(ANA, "Labels"), WEEK);
    private static final TimesheetId MAPS = TimesheetId.of(EngagementId.of(ANA, "Maps"), WEEK);
    private static final TimesheetId BEAS = TimesheetId.of(EngagementId.of(ContractorId.of("bea"), "Maps"), WEEK);
    private static final Terms TERMS = new Terms(Currencies.of("USD"), null, List.of(), null);
    private static final Actor LEAD = Actor.staff(new Subject("lead"));
    private static final Sealed WHY = Plain.sealed(ANA.person(), "why");
    private static final TimeEntry MORNING = entry("morning", 0, 120);
    private static final TimeEntry LATE_MORNING = entry("late morning", 60, 120);
    private static final TimeEntry NOON = entry("noon", 120, 60);

    private final Book book = new Book();
    private final WorkedIntervals intervals = WorkedIntervals.in(book.source());

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void the_same_hour_is_not_taken_twice_even_for_two_projects() {
        take(LABELS, MORNING);
        assertThatThrownBy(() -> take(MAPS, LATE_MORNING)).hasMessageContaining("worked_interval_no_overlap");
        take(MAPS, NOON);
        take(BEAS, LATE_MORNING);
        assertThat(taken()).isEqualTo(3);
    }

    @Test
    void a_repeated_order_finds_its_own_hours() {
        take(LABELS, MORNING);
        take(LABELS, MORNING, NOON);
        assertThat(taken()).isEqualTo(2);
        assertThat(overlapping(LABELS, MORNING, NOON)).isEmpty();
    }

    @Test
    void the_look_ahead_names_what_overlaps_and_the_earlier_of_a_list_wins() {
        assertThat(overlapping(LABELS, LATE_MORNING, MORNING, NOON)).containsExactlyInAnyOrder(MORNING.id(), NOON.id());
        take(LABELS, MORNING);
        assertThat(overlapping(MAPS, LATE_MORNING, NOON)).containsExactly(LATE_MORNING.id());
        assertThat(overlapping(BEAS, LATE_MORNING)).isEmpty();
    }

    @Test
    void engagements_that_allow_overlap_and_dates_without_a_start_take_nothing() {
        assertThat(intervals.riders(order(LABELS, MORNING), Overlap.ALLOW)).isEmpty();
        TimeEntry day = new TimeEntry(TimeEntryId.of("day"), MONDAY, NINE, false, 3600, "", null);
        assertThat(intervals.riders(order(LABELS, day), Overlap.REFUSE)).isEmpty();
    }

    @Test
    void a_correction_moves_gives_back_and_takes() {
        take(LABELS, MORNING);
        correct(List.of(new Change(MORNING.id(), 3600)), LATE_MORNING);
        assertThat(overlapping(MAPS, entry("first hour", 0, 1), entry("third hour", 179, 1)))
                .hasSize(2);
        correct(List.of(new Change(MORNING.id(), 0)));
        assertThat(overlapping(MAPS, entry("first hour", 0, 1))).isEmpty();
        assertThatThrownBy(() -> correct(List.of(new Change(MORNING.id(), 3601))))
                .hasMessageContaining("worked_interval_no_overlap");
    }

    @Test
    void rejecting_approved_time_gives_it_back_and_only_that() {
        take(LABELS, MORNING, NOON);
        var order = new RejectTimesheet(LABELS, 1, LEAD, WHY, NINE);
        book.ride(intervals.riders(order, List.of(view(MORNING, true), view(NOON, false))));
        assertThat(overlapping(MAPS, MORNING)).isEmpty();
        assertThat(taken()).isEqualTo(1);
    }

    private void take(TimesheetId sheet, TimeEntry... entries) {
        book.ride(intervals.riders(order(sheet, entries), Overlap.REFUSE));
    }

    private void correct(List<Change> changes, TimeEntry... late) {
        var order = new CorrectTimesheet(LABELS, changes, List.of(late), LEAD, WHY, TERMS, NINE);
        book.ride(intervals.riders(order, Overlap.REFUSE, List.of(view(MORNING, true))));
    }

    private Set<TimeEntryId> overlapping(TimesheetId sheet, TimeEntry... entries) {
        return intervals.overlapping(Arrays.stream(entries)
                .flatMap(entry -> WorkedInterval.of(sheet, entry, Overlap.REFUSE).stream())
                .toList());
    }

    private int taken() {
        return book.rows("daybook.worked_interval").size();
    }

    private static RecordTimeEntries order(TimesheetId sheet, TimeEntry... entries) {
        return new RecordTimeEntries(
                sheet, new Opening("Labels", WEEK, Currencies.of("USD")), TERMS, List.of(entries), NINE);
    }

    private static TimeEntry entry(String name, int minutes, long lasting) {
        return new TimeEntry(
                TimeEntryId.of(name), MONDAY, NINE.plusSeconds(minutes * 60L), true, lasting * 60, "", null);
    }

    private static TimesheetView.Entry view(TimeEntry entry, boolean priced) {
        return new TimesheetView.Entry(
                LABELS,
                entry.id(),
                MONDAY,
                entry.workedAt(),
                true,
                entry.seconds(),
                "",
                null,
                null,
                priced,
                Money.of(0, "USD"));
    }
}
