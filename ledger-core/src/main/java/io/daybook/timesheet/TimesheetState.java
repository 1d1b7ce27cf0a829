package io.daybook.timesheet;

import io.daybook.calendar.PayPeriod;
import io.daybook.engagement.RateVersion;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules about a timesheet look at.
 *
 * @param opened null until it is opened
 * @param approved whether its priced lines stand, disputed or not
 * @param locked whether a payout has reserved any of its earnings
 */
record TimesheetState(
        @Nullable Opened opened,
        TimesheetStatus status,
        boolean approved,
        boolean locked,
        int revision,
        int corrections,
        @Nullable Subject submitter,
        List<Line> lines) {
    static final TimesheetState UNKNOWN =
            new TimesheetState(null, TimesheetStatus.OPEN, false, false, 0, 0, null, List.of());

    record Opened(String project, PayPeriod period, Currency currency) {}

    /** @param rate null until an approval prices the entry */
    record Line(
            TimeEntryId entry,
            LocalDate workDate,
            Instant workedAt,
            long seconds,
            @Nullable RateVersion rate) {
        Line at(long newSeconds, RateVersion newRate) {
            return new Line(entry, workDate, workedAt, newSeconds, newRate);
        }

        Money earns(RateVersion at) {
            return at.rate().earnedIn(seconds);
        }
    }

    /** Errors: IllegalStateException before it is opened. */
    String project() {
        if (opened == null) throw new IllegalStateException("a sheet that is not open has no project");
        return opened.project();
    }

    long seconds() {
        long sum = 0;
        for (Line line : lines) sum += line.seconds();
        return sum;
    }

    TimesheetState plus(TimeEntry entry, int newRevision) {
        List<Line> more = new ArrayList<>(lines.size() + 1);
        more.addAll(lines);
        more.add(new Line(entry.id(), entry.workDate(), entry.workedAt(), entry.seconds(), null));
        return new TimesheetState(
                opened, status, approved, locked, newRevision, corrections, submitter, List.copyOf(more));
    }

    TimesheetState moved(TimesheetStatus newStatus, int newRevision) {
        return new TimesheetState(opened, newStatus, approved, locked, newRevision, corrections, submitter, lines);
    }

    TimesheetState submitted(Subject by, int newRevision) {
        return new TimesheetState(
                opened, TimesheetStatus.SUBMITTED, approved, locked, newRevision, corrections, by, lines);
    }

    TimesheetState approved(boolean stands) {
        return new TimesheetState(opened, status, stands, locked, revision, corrections, submitter, lines);
    }

    TimesheetState lockedNow() {
        TimesheetStatus after = status == TimesheetStatus.APPROVED ? TimesheetStatus.LOCKED : status;
        return new TimesheetState(opened, after, approved, true, revision, corrections, submitter, lines);
    }

    TimesheetState with(List<Line> newLines) {
        return new TimesheetState(
                opened, status, approved, locked, revision, corrections, submitter, List.copyOf(newLines));
    }

    TimesheetState corrected(int newCorrections, int newRevision, List<Line> newLines) {
        return new TimesheetState(
                opened, status, approved, locked, newRevision, newCorrections, submitter, List.copyOf(newLines));
    }
}
