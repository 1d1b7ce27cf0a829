package io.daybook.funding;

import io.daybook.journal.JournalEntry;
import io.daybook.journal.OperatorPostings;
import io.daybook.journal.Posts;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.Optional;

/** What has happened to one funding pool. */
public sealed interface FundingEvent extends Posts {
    FundingPoolId pool();

    @Override
    default String streamId() {
        return pool().value();
    }

    /** Only what left our bank and what was there at first move money in the books. */
    @Override
    default Optional<JournalEntry> journal() {
        return Optional.empty();
    }

    /** @param available zero or more */
    record OpeningBalanceRecorded(FundingPoolId pool, Money available, Instant occurredAt) implements FundingEvent {
        @Override
        public Optional<JournalEntry> journal() {
            return available.isZero()
                    ? Optional.empty()
                    : Optional.of(OperatorPostings.railOpened(pool.rail(), available));
        }
    }

    record TopUpAnnounced(
            FundingPoolId pool, TopUpId topUp, String reference, Money amount, Subject maker, Instant occurredAt)
            implements FundingEvent {}

    record TopUpSent(FundingPoolId pool, TopUpId topUp, Money amount, Subject checker, Instant occurredAt)
            implements FundingEvent {
        @Override
        public Optional<JournalEntry> journal() {
            return Optional.of(OperatorPostings.topUpSent(pool.rail(), amount));
        }
    }

    record FundingReserved(FundingPoolId pool, String batch, Money amount, Instant occurredAt)
            implements FundingEvent {}

    /**
     * @param spent all that left our balance for the batch so far; a later one for the same batch replaces it
     * @param returned the rest of its reservation
     */
    record FundingSettled(FundingPoolId pool, String batch, Money spent, Money returned, Instant occurredAt)
            implements FundingEvent {}

    /** @param amount signed */
    record FundingMoved(FundingPoolId pool, ProviderItemId item, Money amount, Instant occurredAt)
            implements FundingEvent {}
}
