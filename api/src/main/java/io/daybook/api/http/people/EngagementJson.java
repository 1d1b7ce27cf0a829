package io.daybook.api.http.people;

import io.daybook.engagement.EngagementId;
import io.daybook.engagement.EngagementView;
import io.daybook.engagement.RateVersion;
import io.daybook.engagement.Terms;
import io.daybook.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An engagement on the wire.
 *
 * @param weeklyCapHours null for none
 * @param rates in the order they were agreed; none is ever edited
 * @param lastDay null while it runs
 */
record EngagementJson(
        EngagementId id,
        ContractorRef contractor,
        String project,
        Currency currency,
        String overlap,
        @Nullable BigDecimal weeklyCapHours,
        List<Rate> rates,
        @Nullable LocalDate lastDay,
        Instant startedAt) {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    /** @param rateFrom the first work date it is in force */
    record Rate(int version, Money hourlyRate, LocalDate rateFrom) {
        static Rate of(RateVersion rate) {
            return new Rate(rate.version(), rate.rate().perHour(), rate.from());
        }
    }

    static EngagementJson of(EngagementView view, ContractorRef contractor) {
        Terms terms = view.terms();
        return new EngagementJson(
                view.id(),
                contractor,
                view.project(),
                terms.currency(),
                view.overlap().name().toLowerCase(Locale.ROOT),
                hours(terms.weeklyCapSeconds()),
                terms.rates().stream().map(Rate::of).toList(),
                terms.lastDay(),
                view.startedAt());
    }

    /** Exact where the seconds make hours of at most six decimals, as they do when they came in as hours. */
    private static @Nullable BigDecimal hours(@Nullable Long seconds) {
        if (seconds == null) return null;
        BigDecimal hours = BigDecimal.valueOf(seconds)
                .divide(HOUR, 6, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return hours.scale() < 0 ? hours.setScale(0, RoundingMode.UNNECESSARY) : hours;
    }
}
