package io.daybook.engagement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What time on an engagement is measured and priced by.
 *
 * @param weeklyCapSeconds the most a pay period takes; null for none
 * @param lastDay the last work date of an ended engagement; null while it runs
 */
public record Terms(
        Currency currency,
        @Nullable Long weeklyCapSeconds,
        List<RateVersion> rates,
        @Nullable LocalDate lastDay) {
    private static final Comparator<RateVersion> IN_FORCE =
            Comparator.comparing(RateVersion::from).thenComparing(RateVersion::version);

    public Terms {
        rates = List.copyOf(rates);
    }

    /** The rate in force on a work date: the greatest {@code from} not after it, the latest version among equals. */
    public Optional<RateVersion> rateOn(LocalDate workDate) {
        if (lastDay != null && workDate.isAfter(lastDay)) return Optional.empty();
        return rates.stream().filter(rate -> !rate.from().isAfter(workDate)).max(IN_FORCE);
    }
}
