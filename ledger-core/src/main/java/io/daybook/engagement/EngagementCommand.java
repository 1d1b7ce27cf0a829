package io.daybook.engagement;

import io.daybook.kernel.DomainCommand;
import io.daybook.money.HourlyRate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What can be asked about one engagement. */
public sealed interface EngagementCommand extends DomainCommand {
    EngagementId engagement();

    @Override
    default String streamId() {
        return engagement().value();
    }

    /**
     * Starts it, or brings a running one to these terms; terms that stand already are skipped.
     *
     * @param weeklyCapSeconds null for none
     */
    record StartEngagement(
            EngagementId engagement,
            String project,
            Currency currency,
            Overlap overlap,
            @Nullable Long weeklyCapSeconds,
            HourlyRate rate,
            LocalDate rateFrom,
            Instant at)
            implements EngagementCommand {}

    /** Starts it on these terms; one that runs on them already stays, and on others it is {@code engagement-exists}. */
    record OpenEngagement(StartEngagement on) implements EngagementCommand {
        @Override
        public EngagementId engagement() {
            return on.engagement();
        }
    }

    /**
     * Brings a running one to these terms; those left out stay.
     *
     * @param overlap null to leave it
     * @param capChanges whether the cap becomes {@code weeklyCapSeconds}, where null is none
     */
    record ChangeTerms(
            EngagementId engagement,
            @Nullable Overlap overlap,
            boolean capChanges,
            @Nullable Long weeklyCapSeconds,
            Instant at)
            implements EngagementCommand {}

    /** The same rate from the same date again does nothing; another rate from that date is {@code rate-conflict}. */
    record AgreeRate(EngagementId engagement, HourlyRate rate, LocalDate from, Instant at)
            implements EngagementCommand {}

    record ChangeWeeklyCap(
            EngagementId engagement, @Nullable Long weeklyCapSeconds, Instant at) implements EngagementCommand {}

    record ChangeOverlapRule(EngagementId engagement, Overlap overlap, Instant at) implements EngagementCommand {}

    record EndEngagement(EngagementId engagement, LocalDate lastDay, Instant at) implements EngagementCommand {}
}
