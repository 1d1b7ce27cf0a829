package io.daybook.api.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.calendar.PayPeriod;
import io.daybook.contractor.ContractorId;
import io.daybook.engagement.EngagementEvent.EngagementStarted;
import io.daybook.engagement.EngagementEvent.RateAgreed;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.EngagementModule;
import io.daybook.engagement.Overlap;
import io.daybook.engagement.RateVersion;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Plain;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.HourlyRate;
import io.daybook.money.Money;
import io.daybook.timesheet.TimeEntry;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetEvent.CorrectedLine;
import io.daybook.timesheet.TimesheetEvent.DisputeSettled;
import io.daybook.timesheet.TimesheetEvent.PricedLine;
import io.daybook.timesheet.TimesheetEvent.TimeEntryRecorded;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import io.daybook.timesheet.TimesheetEvent.TimesheetDisputed;
import io.daybook.timesheet.TimesheetEvent.TimesheetLocked;
import io.daybook.timesheet.TimesheetEvent.TimesheetOpened;
import io.daybook.timesheet.TimesheetEvent.TimesheetSubmitted;
import io.daybook.timesheet.TimesheetId;
import io.daybook.timesheet.TimesheetModule;
import io.daybook.timesheet.TimesheetStatus;
import io.daybook.timesheet.TimesheetView;
import io.daybook.timesheet.TimesheetView.Revision;
import io.daybook.timesheet.TimesheetViews;
import io.daybook.timesheet.TimesheetViews.Filter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimesheetViewsTest {
    private static final Instant NOW = Instant.parse("2026-05-11T08:00:00Z");
    private static final LocalDate MONDAY = LocalDate.parse("2026-05-04");
    private static final PayPeriod WEEK = new PayPeriod(MONDAY, MONDAY.plusDays(6));
    private static final PayPeriod NEXT = new PayPeriod(MONDAY.plusDays(7), MONDAY.plusDays(13));
    private static final ContractorId ANA = ContractorId.of("ana");
    private static final EngagementId LABELS = EngagementId.of(ANA, "Labels");
    private static final EngagementId MAPS = EngagementId.of(ContractorId.of("bea"), "Maps");
    private static final TimesheetId SHEET = TimesheetId.of(LABELS, WEEK);
    private static final TimesheetId LATER = TimesheetId.of(LABELS, NEXT);
    private static final TimesheetId OTHER = TimesheetId.of(MAPS, WEEK);
    private static final RateVersion RATE =
            new RateVersion(1, new HourlyRate(Money.of(45_00, "USD")), MONDAY.plusDays(1));
    private static final Sealed NOTES = Plain.sealed(ANA.person(), "a note");
    private static final Subject LEAD = new Subject("lead");
    /** 3601 s are 4501.25 cents, 3602 s are 4502.5: half to even, by themselves. */
    private static final TimeEntry HOUR = entry("hour", 1, 3601);

    private static final TimeEntry HALF = entry("half", 2, 3602);

    private static final List<DomainEvent> OPEN = List.of(
            new EngagementStarted(LABELS, "Labels", Currencies.of("USD"), Overlap.REFUSE, null, NOW),
            new RateAgreed(LABELS, RATE, NOW),
            opened(SHEET, "Labels", WEEK),
            new TimeEntryRecorded(SHEET, HALF, 1, NOW),
            new TimeEntryRecorded(SHEET, HOUR, 2, NOW),
            opened(OTHER, "Maps", WEEK),
            opened(LATER, "Labels", NEXT),
            new TimeEntryRecorded(LATER, entry("next", 8, 60), 1, NOW));
    private static final List<DomainEvent> APPROVED = List.of(
            new TimesheetSubmitted(SHEET, 2, new Subject("ana"), NOW),
            new TimesheetApproved(SHEET, "Labels", 2, LEAD, List.of(priced(HOUR, 45_01), priced(HALF, 45_02)), NOW),
            new TimesheetDisputed(SHEET, 3, new Subject("ana"), NOTES, NOW),
            new TimesheetLocked(SHEET, NOW));
    private static final TimesheetCorrected CORRECTED = new TimesheetCorrected(
            SHEET,
            "Labels",
            1,
            4,
            LEAD,
            NOTES,
            List.of(new CorrectedLine(HOUR.id(), HOUR.workDate(), HOUR.workedAt(), 3601, 0, RATE, usd(45_01), usd(0))),
            NOW);

    private final Book book = new Book(EngagementModule.feature(), TimesheetModule.feature());
    private final TimesheetViews views = TimesheetModule.views(book.source(), EngagementModule.views(book.source()));

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void before_approval_entries_are_priced_at_the_rates_in_force() {
        book.record(OPEN);
        assertThat(views.byId(SHEET))
                .contains(new TimesheetView(SHEET, "Labels", WEEK, TimesheetStatus.OPEN, 2, 2, 7203, usd(90_03), NOW));
        assertThat(views.entries(SHEET))
                .containsExactly(view(HOUR, 3601, 45_01, false), view(HALF, 3602, 45_02, false));
        TimesheetView empty = views.byId(OTHER).orElseThrow();
        assertThat(empty.amount()).isEqualTo(usd(0));
        assertThat(empty.seconds()).isZero();
    }

    @Test
    void time_before_the_first_rate_earns_nothing_yet() {
        TimeEntry early = entry("early", 0, 3600);
        book.record(OPEN).record(List.of(new TimeEntryRecorded(SHEET, early, 3, NOW)));
        assertThat(views.entries(SHEET).getFirst().rate()).isNull();
        assertThat(views.byId(SHEET).orElseThrow().amount()).isEqualTo(usd(90_03));
    }

    @Test
    void after_approval_the_price_stands_and_corrections_move_it() {
        book.record(OPEN).record(APPROVED);
        assertThat(views.byId(SHEET).orElseThrow().status()).isEqualTo(TimesheetStatus.DISPUTED);
        book.record(List.of(CORRECTED, new DisputeSettled(SHEET, 4, LEAD, NOW)));
        assertThat(views.byId(SHEET))
                .contains(
                        new TimesheetView(SHEET, "Labels", WEEK, TimesheetStatus.LOCKED, 4, 2, 3602, usd(45_02), NOW));
        assertThat(views.entriesById(List.of(HOUR.id(), HALF.id())))
                .containsExactly(view(HOUR, 0, 0, true), view(HALF, 3602, 45_02, true));
    }

    @Test
    void lists_and_bulk_orders_see_the_same_sheets() {
        book.record(OPEN).record(APPROVED);
        Filter open = new Filter(TimesheetStatus.OPEN, null, null, null, null);
        assertThat(views.page(open, null, 10)).extracting(TimesheetView::id).containsExactlyInAnyOrder(OTHER, LATER);
        assertThat(views.count(open)).isEqualTo(2);
        assertThat(views.revisions(new Filter(TimesheetStatus.DISPUTED, "Labels", MONDAY, ANA, null), null, 10))
                .containsExactly(new Revision(SHEET, 3));
        assertThat(views.page(new Filter(null, null, null, null, List.of("Maps")), null, 10))
                .extracting(TimesheetView::id)
                .containsExactly(OTHER);
        assertThat(views.count(new Filter(null, null, null, null, List.of()))).isZero();
        List<TimesheetView> first = views.page(Filter.ALL, null, 2);
        assertThat(views.page(Filter.ALL, first.getLast().id(), 10)).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void periods_are_counted_by_status() {
        book.record(OPEN).record(APPROVED);
        assertThat(views.periods(Filter.ALL, null, 1))
                .containsExactly(new TimesheetView.Period(NEXT, TimesheetStatus.OPEN, 1, 60));
        assertThat(views.periods(Filter.ALL, null, 10)).hasSize(3);
        assertThat(views.periods(Filter.ALL, NEXT.from(), 10)).hasSize(2);
        assertThat(views.periods(new Filter(null, null, null, null, List.of("Maps")), null, 10))
                .extracting(TimesheetView.Period::period)
                .containsExactly(WEEK);
        assertThat(views.periods(new Filter(null, null, null, ANA, null), NEXT.from(), 10))
                .allMatch(row -> row.period().equals(WEEK) && row.timesheets() == 1)
                .hasSize(1);
    }

    @Test
    void facts_give_the_same_rows_however_they_are_batched_and_when_repeated() {
        List<DomainEvent> facts = new ArrayList<>(OPEN);
        facts.addAll(APPROVED);
        facts.add(CORRECTED);
        book.record(facts);
        try (Book other = new Book(EngagementModule.feature(), TimesheetModule.feature())) {
            other.recordOneByOne(facts).record(facts);
            for (String table : List.of("view.timesheet", "view.time_entry"))
                assertThat(other.rows(table)).isEqualTo(book.rows(table));
        }
    }

    private static TimesheetOpened opened(TimesheetId sheet, String project, PayPeriod period) {
        return new TimesheetOpened(sheet, project, period, Currencies.of("USD"), NOW);
    }

    private static TimeEntry entry(String name, int day, long seconds) {
        LocalDate date = MONDAY.plusDays(day);
        Instant start = Instant.parse(date + "T09:00:00Z");
        return new TimeEntry(TimeEntryId.of(name), date, start, true, seconds, "labelling", NOTES);
    }

    private static PricedLine priced(TimeEntry entry, long minor) {
        return new PricedLine(entry.id(), entry.workDate(), entry.workedAt(), entry.seconds(), RATE, usd(minor));
    }

    private static TimesheetView.Entry view(TimeEntry entry, long seconds, long minor, boolean priced) {
        return new TimesheetView.Entry(
                SHEET,
                entry.id(),
                entry.workDate(),
                entry.workedAt(),
                true,
                seconds,
                "labelling",
                NOTES,
                RATE,
                priced,
                usd(minor));
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
