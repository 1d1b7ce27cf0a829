package io.daybook.funding;

import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A funding pool as the log knows it.
 *
 * @param balance at the provider, batches that are still under way not yet taken off
 * @param reserved for those batches
 * @param openedAt null before the opening balance was recorded
 */
public record FundingView(
        FundingPoolId pool,
        Money balance,
        Money reserved,
        @Nullable Instant openedAt) {
    public Money free() {
        return balance.minus(reserved);
    }

    public enum TopUpStatus {
        ANNOUNCED,
        /** A second person confirmed that it left our bank. */
        SENT,
        /** It stands in the provider's book. */
        CREDITED
    }

    /** @param checker null until it was confirmed */
    public record TopUp(
            TopUpId id,
            String rail,
            String reference,
            Money amount,
            TopUpStatus status,
            Subject maker,
            @Nullable Subject checker,
            Instant announcedAt,
            long position) {}
}
