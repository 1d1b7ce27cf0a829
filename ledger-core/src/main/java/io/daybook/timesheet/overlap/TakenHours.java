package io.daybook.timesheet.overlap;

import io.daybook.contractor.ContractorId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Intervals that do not overlap within a contractor, as far as they have been offered. */
final class TakenHours {
    private final Map<ContractorId, NavigableMap<Instant, Instant>> taken = new HashMap<>();

    /** Takes the interval unless it overlaps one taken before; tells whether it did. */
    boolean take(WorkedInterval wanted) {
        NavigableMap<Instant, Instant> hours =
                taken.computeIfAbsent(wanted.contractor(), contractor -> new TreeMap<>());
        var before = hours.lowerEntry(wanted.to());
        if (before != null && before.getValue().isAfter(wanted.from())) return false;
        hours.put(wanted.from(), wanted.to());
        return true;
    }
}
