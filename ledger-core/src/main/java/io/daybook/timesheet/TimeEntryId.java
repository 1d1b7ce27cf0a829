package io.daybook.timesheet;

import io.daybook.kernel.Hash;

/** One entry of time, named by whoever records it so that the same entry twice is one entry. */
public record TimeEntryId(String value) {
    private static final String PREFIX = "time-";

    public TimeEntryId {
        int key = value.length() - PREFIX.length();
        if (!value.startsWith(PREFIX) || key < 26 || key > 64)
            throw new IllegalArgumentException("a time entry's id is time- and 26 to 64 characters");
    }

    /** The id that the same parts always lead to. */
    public static TimeEntryId of(String... parts) {
        return new TimeEntryId(PREFIX + Hash.shortKey(parts));
    }
}
