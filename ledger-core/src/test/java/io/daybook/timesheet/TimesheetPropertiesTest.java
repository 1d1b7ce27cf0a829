package io.daybook.timesheet;

import static io.daybook.timesheet.Sheet.*;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.engagement.Terms;
import io.daybook.kernel.Decision.Accepted;
import io.daybook.kernel.Recorded;
import io.daybook.kernel.Seeds;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetCommand.ApproveTimesheet;
import io.daybook.timesheet.TimesheetCommand.Change;
import io.daybook.timesheet.TimesheetCommand.CorrectTimesheet;
import io.daybook.timesheet.TimesheetCommand.LockTimesheet;
import io.daybook.timesheet.TimesheetCommand.OpenTimesheet;
import io.daybook.timesheet.TimesheetCommand.RecordTimeEntries;
import io.daybook.timesheet.TimesheetCommand.RejectTimesheet;
import io.daybook.timesheet.TimesheetEvent.TimeEntryRecorded;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import io.daybook.timesheet.TimesheetEvent.TimesheetLocked;
import io.daybook.timesheet.TimesheetRows.EntryKey;
import io.daybook.timesheet.TimesheetRows.Move;
import io.daybook.timesheet.TimesheetRows.Price;
import io.daybook.timesheet.TimesheetState.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is ordered in whatever order: a thousand sheets of sixty orders each. */
class TimesheetPropertiesTest {
    private static final int RUNS = 1_000;
    private static final int ORDERS = 60;

    @Test
    void revisions_rise_and_refusals_change_nothing() {
        Seeds.forEach(RUNS, seeds -> {
            TimesheetState state = TimesheetState.UNKNOWN;
            for (int i = 0; i < ORDERS; i++) {
                TimesheetCommand order = anyOrder(seeds, state);
                TimesheetState after = state;
                for (TimesheetEvent fact : facts(state, order)) {
                    TimesheetState next = TimesheetEvolution.evolve(after, fact);
                    assertThat(next.revision()).isBetween(after.revision(), after.revision() + 1);
                    after = next;
                }
                state = after;
            }
        });
    }

    @Test
    void the_same_order_again_is_refused_or_does_nothing() {
        Seeds.forEach(RUNS, seeds -> {
            TimesheetState state = TimesheetState.UNKNOWN;
            for (int i = 0; i < ORDERS; i++) {
                TimesheetCommand order = anyOrder(seeds, state);
                state = replay(state, facts(state, order));
                assertThat(facts(state, order)).as("%s again", order).isEmpty();
            }
        });
    }

    @Test
    void an_entry_is_priced_once_and_its_corrections_telescope() {
        Seeds.forEach(RUNS, seeds -> {
            List<TimesheetEvent> log = anyLog(seeds);
            Map<TimeEntryId, Money> posted = new HashMap<>();
            Set<TimeEntryId> priced = new HashSet<>();
            for (TimesheetEvent fact : log) {
                if (fact instanceof TimesheetApproved approved)
                    for (var line : approved.lines()) {
                        assertThat(priced.add(line.entry())).isTrue();
                        posted.put(line.entry(), line.amount());
                    }
                if (fact instanceof TimesheetCorrected corrected)
                    for (var line : corrected.lines()) {
                        Money before = posted.getOrDefault(line.entry(), Money.zero(USD));
                        assertThat(line.before()).isEqualTo(before);
                        posted.put(line.entry(), before.plus(line.difference()));
                        priced.add(line.entry());
                    }
            }
            for (Line line : replay(TimesheetState.UNKNOWN, log).lines())
                if (line.rate() != null) assertThat(posted.get(line.entry())).isEqualTo(line.earns(line.rate()));
        });
    }

    @Test
    void the_cap_holds_and_time_recorded_is_never_lost() {
        Seeds.forEach(RUNS, seeds -> {
            TimesheetState state = replay(TimesheetState.UNKNOWN, anyLog(seeds));
            assertThat(state.seconds()).isBetween(0L, 40 * 3600L);
            assertThat(state.lines()).extracting(Line::entry).doesNotHaveDuplicates();
        });
    }

    @Test
    void a_locked_sheet_takes_time_only_by_a_correction() {
        Seeds.forEach(RUNS, seeds -> {
            boolean locked = false;
            Set<TimeEntryId> uncorrected = new HashSet<>();
            for (TimesheetEvent fact : anyLog(seeds)) {
                if (fact instanceof TimesheetLocked) locked = true;
                if (locked && fact instanceof TimeEntryRecorded late)
                    uncorrected.add(late.entry().id());
                if (fact instanceof TimesheetCorrected corrected)
                    for (var line : corrected.lines()) uncorrected.remove(line.entry());
            }
            assertThat(uncorrected).isEmpty();
        });
    }

    @Test
    void the_view_of_a_log_agrees_with_the_state_it_leads_to() {
        Seeds.forEach(RUNS, seeds -> {
            List<TimesheetEvent> log = anyLog(seeds);
            if (log.isEmpty()) return;
            TimesheetState state = replay(TimesheetState.UNKNOWN, log);
            TimesheetRows rows = new TimesheetProjection().fold(recordedAs(log));
            Move move = requireNonNull(rows.moves.get(ID));
            assertThat(move.revision()).isEqualTo(state.revision());
            boolean locked = rows.locked.contains(ID) && move.stage() == TimesheetStatus.APPROVED;
            assertThat(locked ? TimesheetStatus.LOCKED : move.stage()).isEqualTo(state.status());
            for (Line line : state.lines()) {
                Price price = rows.prices.get(new EntryKey(ID, line.entry()));
                if (line.rate() == null) assertThat(price).isNull();
                else assertThat(price).isEqualTo(new Price(line.seconds(), line.rate(), line.earns(line.rate())));
            }
        });
    }

    private static List<TimesheetEvent> anyLog(Seeds seeds) {
        List<TimesheetEvent> log = new ArrayList<>();
        TimesheetState state = TimesheetState.UNKNOWN;
        for (int i = 0; i < ORDERS; i++) {
            List<TimesheetEvent> facts = facts(state, anyOrder(seeds, state));
            log.addAll(facts);
            state = replay(state, facts);
        }
        return log;
    }

    private static List<TimesheetEvent> facts(TimesheetState state, TimesheetCommand order) {
        return TimesheetDecider.decide(state, order) instanceof Accepted<TimesheetEvent>(List<TimesheetEvent> facts)
                ? facts
                : List.of();
    }

    private static TimesheetState replay(TimesheetState state, List<TimesheetEvent> facts) {
        TimesheetState after = state;
        for (TimesheetEvent fact : facts) after = TimesheetEvolution.evolve(after, fact);
        return after;
    }

    private static List<Recorded> recordedAs(List<TimesheetEvent> log) {
        return IntStream.range(0, log.size())
                .mapToObj(i -> new Recorded(i + 1L, "e" + i, ID.value(), i, NOW, log.get(i), "tester", null))
                .toList();
    }

    private static TimesheetCommand anyOrder(Seeds seeds, TimesheetState state) {
        int revision = seeds.oneIn(8) ? state.revision() - 1 : state.revision();
        var approver = seeds.oneIn(8) ? SELF : LEAD;
        return switch (seeds.between(0, 11)) {
            case 0 -> new OpenTimesheet(ID, OPENING, NOW);
            case 1, 2, 3 -> new RecordTimeEntries(ID, OPENING, anyTerms(seeds), anyEntries(seeds), NOW);
            case 4, 5 -> submit();
            case 6, 7 -> new ApproveTimesheet(ID, revision, approver, anyTerms(seeds), Set.of(), NOW);
            case 8 -> new RejectTimesheet(ID, revision, approver, WHY, NOW);
            case 9 -> dispute(seeds.oneIn(2) ? WHY : null);
            case 10 -> seeds.oneIn(3) ? new LockTimesheet(ID, NOW) : submit();
            default -> anyCorrection(seeds, state);
        };
    }

    private static CorrectTimesheet anyCorrection(Seeds seeds, TimesheetState state) {
        List<Change> changes = new ArrayList<>();
        for (Line line : state.lines())
            if (seeds.oneIn(3)) changes.add(new Change(line.entry(), seeds.between(-1, 9 * 3600)));
        List<TimeEntry> late = seeds.oneIn(2) ? anyEntries(seeds) : List.of();
        return new CorrectTimesheet(ID, changes, late, LEAD, WHY, anyTerms(seeds), NOW);
    }

    private static Terms anyTerms(Seeds seeds) {
        var newer = rate(2, seeds.between(1, 200_00), MONDAY.plusDays(seeds.between(-1, 5)));
        return seeds.oneIn(2) ? TERMS : new Terms(USD, 40 * 3600L, List.of(RATE, newer), null);
    }

    private static List<TimeEntry> anyEntries(Seeds seeds) {
        return IntStream.range(0, seeds.between(0, 4))
                .mapToObj(i -> entry(
                        "entry " + seeds.between(1, 30),
                        seeds.oneIn(20) ? 7 : seeds.between(0, 6),
                        seeds.oneIn(20) ? 0 : seeds.between(1, 9 * 3600)))
                .toList();
    }
}
