package io.daybook.funding;

import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import java.time.Instant;

/** What a funding pool can be told. Repeating an order that was carried out changes nothing. */
public sealed interface FundingCommand extends DomainCommand {
    FundingPoolId pool();

    Instant at();

    @Override
    default String streamId() {
        return pool().value();
    }

    /** What the provider had available when we first looked; later looks change nothing. */
    record RecordOpeningBalance(FundingPoolId pool, Money available, Instant at) implements FundingCommand {}

    /** @param reference what the transfer carries, by which the provider's line is recognised */
    record AnnounceTopUp(FundingPoolId pool, TopUpId topUp, String reference, Money amount, Subject maker, Instant at)
            implements FundingCommand {}

    /** A second person confirms that the money left our bank. */
    record ConfirmTopUp(FundingPoolId pool, TopUpId topUp, Subject checker, Instant at) implements FundingCommand {}

    /** Sets money aside for a batch; refused when what is free does not cover it. */
    record ReserveFunding(FundingPoolId pool, String batch, Money amount, Instant at) implements FundingCommand {}

    /**
     * Gives the rest of a batch's reservation back; again, when money of it moved after its end.
     *
     * @param spent all that left our balance for it so far
     */
    record SettleFunding(FundingPoolId pool, String batch, Money spent, Instant at) implements FundingCommand {}

    /** Follows a line of the provider's own book that no batch made. @param amount signed */
    record FollowItem(FundingPoolId pool, ProviderItemId item, Money amount, Instant at) implements FundingCommand {}
}
