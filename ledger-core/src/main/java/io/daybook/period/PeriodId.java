package io.daybook.period;

import io.daybook.calendar.AccountingMonth;

/** One calendar month of the books. */
public record PeriodId(String value) {
    private static final String PREFIX = "period-";

    public PeriodId {
        if (!value.startsWith(PREFIX)) throw new IllegalArgumentException("not an accounting period's id");
        AccountingMonth.parse(value.substring(PREFIX.length()));
    }

    public static PeriodId of(AccountingMonth month) {
        return new PeriodId(PREFIX + month.id());
    }

    public AccountingMonth month() {
        return AccountingMonth.parse(value.substring(PREFIX.length()));
    }
}
