package io.daybook.api.webhooks;

import io.daybook.account.Adjustment;
import io.daybook.account.EntryEvent;
import io.daybook.account.EntryEvent.AdjustmentMade;
import io.daybook.account.EntryEvent.AdjustmentProposed;
import io.daybook.account.EntryEvent.EarningsPosted;
import io.daybook.funding.FundingEvent;
import io.daybook.funding.FundingEvent.TopUpAnnounced;
import io.daybook.funding.FundingEvent.TopUpSent;
import io.daybook.funding.ProviderItemEvent;
import io.daybook.funding.ProviderItemEvent.TopUpCredited;
import io.daybook.kernel.Recorded;
import io.daybook.period.PeriodEvent;
import io.daybook.period.PeriodEvent.PeriodClosed;
import io.daybook.period.PeriodEvent.PeriodReopened;
import java.util.Optional;

/** What is said about what is owed, about money on its way to a provider, and about months. The rest is between accounts. */
final class BookWords {
    private static final String AMOUNT = "amount";

    private BookWords() {}

    static Optional<Body> of(Recorded fact, EntryEvent event) {
        return switch (event) {
            case EarningsPosted e ->
                Optional.of(account(MessageType.EARNINGS_POSTED, fact, e)
                        .with("entry", e.entry().value())
                        .with("timesheet", e.timesheet().value())
                        .with(AMOUNT, e.amount()));
            case AdjustmentProposed e -> adjustment(MessageType.ADJUSTMENT_PROPOSED, fact, e, e.adjustment());
            case AdjustmentMade e -> adjustment(MessageType.ADJUSTMENT_MADE, fact, e, e.adjustment());
            default -> Optional.empty();
        };
    }

    static Optional<Body> of(Recorded fact, FundingEvent event) {
        return switch (event) {
            case TopUpAnnounced e ->
                Optional.of(Body.of(MessageType.TOP_UP_ANNOUNCED, fact)
                        .with("topUp", e.topUp().value())
                        .with("reference", e.reference())
                        .with("rail", e.pool().rail())
                        .with(AMOUNT, e.amount()));
            case TopUpSent e ->
                Optional.of(Body.of(MessageType.TOP_UP_SENT, fact)
                        .with("topUp", e.topUp().value())
                        .with("rail", e.pool().rail())
                        .with(AMOUNT, e.amount()));
            default -> Optional.empty();
        };
    }

    static Optional<Body> of(Recorded fact, ProviderItemEvent event) {
        return event instanceof TopUpCredited e
                ? Optional.of(Body.of(MessageType.TOP_UP_CREDITED, fact)
                        .with("rail", e.item().rail())
                        .with(AMOUNT, e.amount()))
                : Optional.empty();
    }

    static Optional<Body> of(Recorded fact, PeriodEvent event) {
        return switch (event) {
            case PeriodClosed e ->
                Optional.of(Body.of(MessageType.PERIOD_CLOSED, fact)
                        .with("period", e.period().value()));
            case PeriodReopened e ->
                Optional.of(Body.of(MessageType.PERIOD_REOPENED, fact)
                        .with("period", e.period().value()));
            default -> Optional.empty();
        };
    }

    private static Optional<Body> adjustment(MessageType type, Recorded fact, EntryEvent event, Adjustment adjustment) {
        return Optional.of(account(type, fact, event)
                .with("adjustment", adjustment.id().value())
                .with("kind", adjustment.kind().name())
                .with(AMOUNT, adjustment.amount()));
    }

    private static Body account(MessageType type, Recorded fact, EntryEvent event) {
        return Body.of(type, fact)
                .with("contractor", event.account().contractor().value());
    }
}
