package io.daybook.funding;

import io.daybook.kernel.DomainEvent;
import io.daybook.money.Money;
import java.time.Instant;

/** What a provider's own book told us, apart from payouts. {@code occurredAt} is by the provider's clock. */
public sealed interface ProviderItemEvent extends DomainEvent {
    ProviderItem item();

    /** What it did to our balance, signed. */
    Money net();

    @Override
    default String streamId() {
        return item().id().value();
    }

    /** Below zero when the provider took a credited top-up back. */
    record TopUpCredited(ProviderItem item, Money amount, Instant occurredAt) implements ProviderItemEvent {
        @Override
        public Money net() {
            return amount;
        }
    }

    /** @param fee above zero was charged, below zero given back */
    record ProviderFeeCharged(ProviderItem item, Money fee, Instant occurredAt) implements ProviderItemEvent {
        @Override
        public Money net() {
            return fee.negated();
        }
    }

    /** To our own bank. @param amount above zero left, below zero came back */
    record WithdrawalSeen(ProviderItem item, Money amount, Instant occurredAt) implements ProviderItemEvent {
        @Override
        public Money net() {
            return amount.negated();
        }
    }

    /** Nothing we know explains it: it is posted nowhere and stays a difference until a person explains it. */
    record UnexplainedItemSeen(ProviderItem item, Money amount, Instant occurredAt) implements ProviderItemEvent {
        @Override
        public Money net() {
            return amount;
        }
    }
}
