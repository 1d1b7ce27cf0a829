package io.daybook.period;

/** How far the closing of a month is. */
public enum PeriodStatus {
    OPEN,
    /** One person has signed it off. It still takes entries until another one has, too. */
    SOFT_CLOSED,
    /** It takes no more entries: what is dated in it moves to the first open month after it. */
    CLOSED,
    /** Closed, and one person asks to open it again. */
    REOPENING
}
