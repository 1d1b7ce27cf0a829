package io.daybook.calendar;

import java.time.LocalDate;

/** The days whose time is approved and locked together, both ends included. */
public record PayPeriod(LocalDate from, LocalDate to) {
    public PayPeriod {
        if (to.isBefore(from)) throw new IllegalArgumentException("a pay period ends on or after its first day");
    }

    /** Its name everywhere: the ISO date of the first day. */
    public String id() {
        return from.toString();
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
