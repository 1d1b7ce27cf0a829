package io.daybook.imports;

import io.daybook.money.HourlyRate;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One contractor on one project as a roster tells it. Holds personal data: for the moment only, never kept.
 *
 * @param country ISO 3166 alpha-2, upper case
 * @param rateFrom the first work date of the rate
 * @param weeklyCapSeconds null for no cap
 * @param payoutDestination empty to leave it as it is
 */
public record RosterRow(
        String reference,
        String name,
        String email,
        String country,
        Currency currency,
        String project,
        HourlyRate rate,
        LocalDate rateFrom,
        @Nullable Long weeklyCapSeconds,
        String payoutDestination,
        boolean overlapAllowed) {}
