package io.daybook.funding;

import io.daybook.journal.JournalEntry;
import io.daybook.journal.OperatorPostings;
import io.daybook.journal.Posts;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.Optional;

/** What a provider's own book told us, apart from payouts. {@code occurredAt} is by the provider's clock. */
public sealed interface ProviderItemEvent extends Posts {
    ProviderItem item();

    /** What it did to our balance, signed. */
    Money net();

    @Override
    default String streamId() {
        return item().id().value();
    }

    @Override
    default boolean datedOutside() {
        return true;
    }

    /** Below zero when the provider took a credited top-up back. */
    record TopUpCredited(ProviderItem item, Money amount, Instant occurredAt) implements ProviderItemEvent {
        @Override
        public Money net() {
            return amount;
        }

        @Override
        public Optional<JournalEntry> journal() {
            return Optional.of(OperatorPostings.topUpCredited(item.rail(), amount));
        }
    }

    /** @param fee above zero was charged, below zero given back */
    record ProviderFeeCharged(ProviderItem item, Money fee, Instant occurredAt) implements ProviderItemEvent {
        @Override
        public Money net() {
            return fee.negated();
        }

        @Override
        public Optional<JournalEntry> journal() {
            return Optional.of(OperatorPostings.providerFee(item.rail(), fee));
        }
    }

    /** To our own bank. @param amount above zero left, below zero came back */
    record WithdrawalSeen(ProviderItem item, Money amount, Instant occurredAt) implements ProviderItemEvent {
        @Override
        public Money net() {
            return amount.negated();
        }

        @Override
        public Optional<JournalEntry> journal() {
            return Optional.of(OperatorPostings.withdrawn(item.rail(), amount));
        }
    }

    /** Nothing we know explains it: it is posted nowhere and stays a difference until a person explains it. */
    record UnexplainedItemSeen(ProviderItem item, Money amount, Instant occurredAt) implements ProviderItemEvent {
        @Override
        public Money net() {
            return amount;
        }

        @Override
        public Optional<JournalEntry> journal() {
            return Optional.empty();
        }
    }
}
