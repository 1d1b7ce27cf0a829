package io.daybook.engagement;

import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What has happened to one engagement. */
public sealed interface EngagementEvent extends DomainEvent {
    EngagementId engagement();

    @Override
    default String streamId() {
        return engagement().value();
    }

    @Override
    default PersonId person() {
        return engagement().contractor().person();
    }

    /** @param weeklyCapSeconds null for none */
    record EngagementStarted(
            EngagementId engagement,
            String project,
            Currency currency,
            Overlap overlap,
            @Nullable Long weeklyCapSeconds,
            Instant occurredAt)
            implements EngagementEvent {}

    record RateAgreed(EngagementId engagement, RateVersion rate, Instant occurredAt) implements EngagementEvent {}

    record WeeklyCapChanged(
            EngagementId engagement, @Nullable Long weeklyCapSeconds, Instant occurredAt) implements EngagementEvent {}

    record OverlapRuleChanged(EngagementId engagement, Overlap overlap, Instant occurredAt)
            implements EngagementEvent {}

    record EngagementEnded(EngagementId engagement, LocalDate lastDay, Instant occurredAt) implements EngagementEvent {}
}
