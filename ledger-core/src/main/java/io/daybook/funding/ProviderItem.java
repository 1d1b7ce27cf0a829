package io.daybook.funding;

import io.daybook.money.Money;
import io.daybook.rail.RailMovement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the provider's book as we keep it: without the provider's free text.
 *
 * @param amount signed: above zero it came in
 * @param fee what the provider kept of it; net = amount − fee
 * @param source the provider's id of what is behind it
 * @param topUp ours, where the line's text names it
 * @param created by the provider's clock
 */
public record ProviderItem(
        String rail,
        String providerId,
        RailMovement.Kind kind,
        Money amount,
        Money fee,
        @Nullable String source,
        @Nullable TopUpId topUp,
        Instant created) {
    public ProviderItemId id() {
        return ProviderItemId.of(rail, providerId);
    }

    public FundingPoolId pool() {
        return FundingPoolId.of(rail, amount.currency());
    }

    /** Whether a payout's own facts tell of it: then only its fee is posted from here. */
    boolean ofPayouts() {
        return switch (kind) {
            case TRANSFER, REVERSAL, PAYOUT, PAYOUT_FAILURE -> true;
            case TOP_UP, FEE, WITHDRAWAL, WITHDRAWAL_FAILURE, OTHER -> false;
        };
    }
}
