package io.daybook.timesheet;

import io.daybook.engagement.RateVersion;
import io.daybook.engagement.Terms;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetEvent.CorrectedLine;
import io.daybook.timesheet.TimesheetEvent.PricedLine;
import io.daybook.timesheet.TimesheetState.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What entries earn: each is priced once, whole, at the rate in force on its work date. */
final class Pricing {
    private Pricing() {}

    /** The first work date of an unpriced line that no rate covers. */
    static Optional<LocalDate> firstWithoutRate(List<Line> lines, Terms terms) {
        return lines.stream()
                .filter(line -> line.rate() == null)
                .map(Line::workDate)
                .filter(date -> terms.rateOn(date).isEmpty())
                .findFirst();
    }

    /** Prices what has no price yet. Errors: NoSuchElementException where no rate is in force. */
    static List<PricedLine> price(List<Line> lines, Terms terms) {
        return lines.stream()
                .filter(line -> line.rate() == null)
                .map(line -> priced(line, terms.rateOn(line.workDate()).orElseThrow()))
                .toList();
    }

    private static PricedLine priced(Line line, RateVersion rate) {
        return new PricedLine(line.entry(), line.workDate(), line.workedAt(), line.seconds(), rate, line.earns(rate));
    }

    /** The line at other seconds and its own rate. */
    static CorrectedLine correct(Line line, RateVersion rate, long seconds) {
        return new CorrectedLine(
                line.entry(),
                line.workDate(),
                line.workedAt(),
                line.seconds(),
                seconds,
                rate,
                line.earns(rate),
                rate.rate().earnedIn(seconds));
    }

    /** A late entry: it earned nothing before. Errors: NoSuchElementException where no rate is in force. */
    static CorrectedLine late(TimeEntry entry, Terms terms) {
        RateVersion rate = terms.rateOn(entry.workDate()).orElseThrow();
        Money nothing = Money.zero(rate.rate().perHour().currency());
        return new CorrectedLine(
                entry.id(),
                entry.workDate(),
                entry.workedAt(),
                0,
                entry.seconds(),
                rate,
                nothing,
                rate.rate().earnedIn(entry.seconds()));
    }
}
