package io.daybook.calendar;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** A calendar month of the journal, in the books' time zone. */
public record AccountingMonth(YearMonth month) implements Comparable<AccountingMonth> {
    public static AccountingMonth of(Instant instant, ZoneId zone) {
        return new AccountingMonth(YearMonth.from(instant.atZone(zone)));
    }

    /** Errors: java.time.format.DateTimeParseException unless it reads like {@code 2026-05}. */
    public static AccountingMonth parse(String id) {
        return new AccountingMonth(YearMonth.parse(id));
    }

    /** Like {@code 2026-05}. */
    public String id() {
        return month.toString();
    }

    public Instant startsAt(ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** The first instant after the month. */
    public Instant endsAt(ZoneId zone) {
        return next().startsAt(zone);
    }

    public AccountingMonth next() {
        return new AccountingMonth(month.plusMonths(1));
    }

    @Override
    public int compareTo(AccountingMonth other) {
        return month.compareTo(other.month);
    }
}
