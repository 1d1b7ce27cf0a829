package io.daybook.timesheet;

import io.daybook.engagement.EngagementId;
import io.daybook.engagement.EngagementView;
import io.daybook.engagement.EngagementViews;
import io.daybook.engagement.RateVersion;
import io.daybook.money.Money;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What entries would earn if they were approved now: rounded one by one, as an approval rounds them. */
final class ForecastPricing {
    private final EngagementViews engagements;

    ForecastPricing(EngagementViews engagements) {
        this.engagements = engagements;
    }

    /** Leaves priced entries alone; one on whose date no rate is in force earns nothing. */
    List<TimesheetView.Entry> entries(List<TimesheetView.Entry> entries) {
        Map<EngagementId, EngagementView> terms = terms(entries);
        return entries.stream()
                .map(entry -> entry.priced() ? entry : priced(entry, terms))
                .toList();
    }

    /** Adds to each sheet's priced sum what its unpriced entries would earn. */
    List<TimesheetView> sheets(List<TimesheetView> sheets, List<TimesheetView.Entry> unpriced) {
        Map<TimesheetId, Money> sums = new HashMap<>();
        for (TimesheetView.Entry entry : entries(unpriced)) sums.merge(entry.timesheet(), entry.amount(), Money::plus);
        return sheets.stream()
                .map(sheet -> sums.containsKey(sheet.id()) ? plus(sheet, sums.get(sheet.id())) : sheet)
                .toList();
    }

    private Map<EngagementId, EngagementView> terms(Collection<TimesheetView.Entry> entries) {
        var needed = entries.stream()
                .filter(entry -> !entry.priced())
                .map(entry -> entry.timesheet().engagement())
                .collect(Collectors.toSet());
        return needed.isEmpty() ? Map.of() : engagements.byIds(needed);
    }

    private static TimesheetView.Entry priced(TimesheetView.Entry entry, Map<EngagementId, EngagementView> terms) {
        Optional<RateVersion> rate = Optional.ofNullable(
                        terms.get(entry.timesheet().engagement()))
                .flatMap(engagement -> engagement.terms().rateOn(entry.workDate()));
        return new TimesheetView.Entry(
                entry.timesheet(),
                entry.id(),
                entry.workDate(),
                entry.workedAt(),
                entry.timed(),
                entry.seconds(),
                entry.task(),
                entry.notes(),
                rate.orElse(null),
                false,
                rate.map(found -> found.rate().earnedIn(entry.seconds())).orElse(entry.amount()));
    }

    private static TimesheetView plus(TimesheetView sheet, Money more) {
        return new TimesheetView(
                sheet.id(),
                sheet.project(),
                sheet.period(),
                sheet.status(),
                sheet.revision(),
                sheet.entries(),
                sheet.seconds(),
                sheet.amount().plus(more),
                sheet.changedAt());
    }
}
