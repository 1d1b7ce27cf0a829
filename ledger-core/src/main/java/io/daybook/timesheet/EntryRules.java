package io.daybook.timesheet;

import io.daybook.calendar.PayPeriod;
import io.daybook.engagement.Terms;
import io.daybook.timesheet.TimesheetRejection.EntryRejection;
import io.daybook.timesheet.TimesheetRejection.NoRate;
import io.daybook.timesheet.TimesheetRejection.NotPositive;
import io.daybook.timesheet.TimesheetRejection.OutsidePeriod;
import io.daybook.timesheet.TimesheetRejection.Over24Hours;
import io.daybook.timesheet.TimesheetRejection.OverCap;
import io.daybook.timesheet.TimesheetRejection.PeriodLocked;
import io.daybook.timesheet.TimesheetRejection.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which entries a sheet can take: the same rules for recorded, late and corrected time. */
final class EntryRules {
    private static final long DAY = 24 * 60 * 60;

    private final Terms terms;
    private final PayPeriod period;
    private final Set<TimeEntryId> known = new HashSet<>();
    private final List<TimeEntry> taken = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private long seconds;

    EntryRules(TimesheetState state, PayPeriod period, Terms terms) {
        this.terms = terms;
        this.period = period;
        for (TimesheetState.Line line : state.lines()) known.add(line.entry());
        seconds = state.seconds();
    }

    /** Skips what is known, takes what the rules allow, and notes why the others cannot be taken. */
    EntryRules offer(List<TimeEntry> entries) {
        for (TimeEntry entry : entries) {
            if (known.contains(entry.id())) continue;
            Optional<EntryRejection> refusal = refusal(entry);
            if (refusal.isPresent()) refuse(entry.id(), refusal.get());
            else take(entry);
        }
        return this;
    }

    /** Refuses whatever is not known already. */
    EntryRules offerLocked(List<TimeEntry> entries, TimesheetStatus status) {
        for (TimeEntry entry : entries) if (!known.contains(entry.id())) refuse(entry.id(), new PeriodLocked(status));
        return this;
    }

    /** Sets a known entry to other seconds; less is always allowed. */
    EntryRules change(TimeEntryId entry, long before, long after) {
        Optional<EntryRejection> refusal = after < 0
                ? Optional.of(new NotPositive())
                : after > DAY ? Optional.of(new Over24Hours()) : overCap(after - before);
        if (refusal.isPresent()) refuse(entry, refusal.get());
        else seconds += after - before;
        return this;
    }

    List<TimeEntry> taken() {
        return taken;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    private Optional<EntryRejection> refusal(TimeEntry entry) {
        if (entry.seconds() <= 0) return Optional.of(new NotPositive());
        if (entry.seconds() > DAY) return Optional.of(new Over24Hours());
        if (!period.contains(entry.workDate())) return Optional.of(new OutsidePeriod(entry.workDate()));
        if (terms.rateOn(entry.workDate()).isEmpty()) return Optional.of(new NoRate(entry.workDate()));
        return overCap(entry.seconds());
    }

    private Optional<EntryRejection> overCap(long more) {
        Long cap = terms.weeklyCapSeconds();
        return cap != null && more > 0 && seconds + more > cap ? Optional.of(new OverCap(cap)) : Optional.empty();
    }

    private void take(TimeEntry entry) {
        known.add(entry.id());
        taken.add(entry);
        seconds += entry.seconds();
    }

    private void refuse(TimeEntryId entry, EntryRejection reason) {
        refusals.add(new Refusal(entry, reason));
    }
}
