package io.daybook.journal;

import io.daybook.account.PayoutId;
import io.daybook.calendar.AccountingMonth;
import io.daybook.journal.EntryRow.Undated;
import io.daybook.journal.JournalRows.Period;
import io.daybook.journal.JournalRows.Post;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Dates entries in the order of the log: what a fact finds there (its payout's last entry, the closed months) decides.
 * Units: microseconds, as the database keeps them.
 */
final class EffectiveDates {
    private final ZoneId zone;
    private final Map<PayoutId, Instant> latest;
    private final Set<AccountingMonth> closed;

    /** @param latest the date of each payout's last entry so far @param closed the months closed so far */
    EffectiveDates(ZoneId zone, Map<PayoutId, Instant> latest, Set<AccountingMonth> closed) {
        this.zone = zone;
        this.latest = new HashMap<>(latest);
        this.closed = new TreeSet<>(closed);
    }

    List<EntryRow> date(JournalRows rows) {
        List<EntryRow> dated = new ArrayList<>();
        for (JournalRows.Step step : rows.steps())
            switch (step) {
                case Post(Undated entry) -> dated.add(EntryRow.of(entry, date(entry)));
                case Period(long position, ClosesPeriods fact) -> close(fact);
            }
        return dated;
    }

    private void close(ClosesPeriods fact) {
        if (fact.closes()) closed.add(fact.month());
        else closed.remove(fact.month());
    }

    private Instant date(Undated entry) {
        Instant date = earlier(open(candidate(entry)), micros(entry.fact().recordedAt()));
        PayoutId payout = entry.links().payout();
        if (payout != null) latest.merge(payout, date, (one, other) -> one.isAfter(other) ? one : other);
        return date;
    }

    private Instant candidate(Undated entry) {
        Instant recorded = micros(entry.fact().recordedAt());
        Instant occurred = micros(entry.fact().event().occurredAt());
        PayoutId payout = entry.links().payout();
        Instant earliest = payout == null ? Instant.MIN : latest.getOrDefault(payout, Instant.MIN);
        return switch (entry.dating()) {
            case RECORDED -> recorded;
            case OCCURRED -> earlier(occurred, recorded);
            case AFTER_PAYOUT -> earlier(occurred.isAfter(earliest) ? occurred : earliest, recorded);
        };
    }

    /** The same instant where its month is open, else the first one of the next month that is. */
    private Instant open(Instant date) {
        AccountingMonth month = AccountingMonth.of(date, zone);
        if (!closed.contains(month)) return date;
        while (closed.contains(month)) month = month.next();
        return month.startsAt(zone);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
