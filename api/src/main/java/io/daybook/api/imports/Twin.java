package io.daybook.api.imports;

import io.daybook.timesheet.TimeEntryId;
import java.util.HexFormat;

/**
 * What makes a row of a time export the same row again.
 *
 * @param twins the same for all rows that are alike in everything; lower-case hex of 32 bytes
 * @param nth which of them it is within its file, from 1
 */
record Twin(String twins, long nth) {
    TimeEntryId entry() {
        return TimeEntryId.of(twins, Long.toString(nth));
    }

    byte[] key() {
        return HexFormat.of().parseHex(twins);
    }
}
