package io.daybook.timesheet;

import io.daybook.engagement.RateVersion;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetEvent.TimesheetOpened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a run of facts leaves of each timesheet and entry: the last value wins. */
final class TimesheetRows {
    /** Where a sheet has come to; null leaves what was. The lock is kept apart, so the stage is never LOCKED. */
    record Move(@Nullable TimesheetStatus stage, @Nullable Integer revision, Instant at) {
        Move then(Move later) {
            return new Move(
                    later.stage == null ? stage : later.stage,
                    later.revision == null ? revision : later.revision,
                    later.at);
        }
    }

    record Entry(TimesheetId timesheet, TimeEntry entry) {}

    record EntryKey(TimesheetId timesheet, TimeEntryId entry) {}

    record Price(long seconds, RateVersion rate, Money amount) {}

    final Map<TimesheetId, TimesheetOpened> opened = new LinkedHashMap<>();
    final Map<TimesheetId, Move> moves = new LinkedHashMap<>();
    final Set<TimesheetId> locked = new LinkedHashSet<>();
    final List<Entry> entries = new ArrayList<>();
    final Map<EntryKey, Price> prices = new LinkedHashMap<>();

    /** The sheets whose sums have changed. */
    Set<TimesheetId> touched() {
        Set<TimesheetId> touched = new LinkedHashSet<>();
        for (Entry entry : entries) touched.add(entry.timesheet());
        for (EntryKey key : prices.keySet()) touched.add(key.timesheet());
        return touched;
    }
}
