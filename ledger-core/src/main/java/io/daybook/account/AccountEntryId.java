package io.daybook.account;

import io.daybook.calendar.AccountingMonth;
import io.daybook.kernel.Hash;
import io.daybook.timesheet.TimesheetId;

/** One credit to an account. It follows from its source, so the same source posts once. */
public record AccountEntryId(String value) {
    private static final String PREFIX = "entry-";

    public AccountEntryId {
        if (!value.startsWith(PREFIX) || value.length() == PREFIX.length())
            throw new IllegalArgumentException("not an account entry's id");
    }

    /** What one approval of a sheet earned in one accounting month. */
    public static AccountEntryId ofEarnings(TimesheetId timesheet, int revision, AccountingMonth month) {
        return of("earnings", timesheet.value(), Integer.toString(revision), month.id());
    }

    /** What one correction of a sheet changed in one accounting month. */
    public static AccountEntryId ofCorrection(TimesheetId timesheet, int correction, AccountingMonth month) {
        return of("correction", timesheet.value(), Integer.toString(correction), month.id());
    }

    public static AccountEntryId ofAdjustment(AdjustmentId adjustment) {
        return of("adjustment", adjustment.value());
    }

    /** What came back from a payout. {@code object} is the provider's id of what failed or was returned. */
    public static AccountEntryId ofReturn(PayoutId payout, String object) {
        return of("return", payout.value(), object);
    }

    private static AccountEntryId of(String... source) {
        return new AccountEntryId(PREFIX + Hash.shortKey(source));
    }
}
