package io.daybook.contractor;

import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Findable;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What has happened to one contractor. */
public sealed interface ContractorEvent extends DomainEvent {
    ContractorId contractor();

    @Override
    default String streamId() {
        return contractor().value();
    }

    @Override
    default PersonId person() {
        return contractor().person();
    }

    /** From here on KYC, TAX_FORM and PAYOUT_DESTINATION block until cleared or set. */
    record ContractorRegistered(
            ContractorId contractor,
            String reference,
            Findable name,
            Findable email,
            Sealed country,
            Currency currency,
            Instant occurredAt)
            implements ContractorEvent {}

    record ContractorDetailsChanged(
            ContractorId contractor, Findable name, Findable email, Sealed country, Instant occurredAt)
            implements ContractorEvent {}

    record BlockingReasonRaised(ContractorId contractor, BlockingReason reason, Instant occurredAt)
            implements ContractorEvent {}

    record BlockingReasonCleared(ContractorId contractor, BlockingReason reason, Instant occurredAt)
            implements ContractorEvent {}

    /**
     * Clears PAYOUT_DESTINATION and any proposal.
     *
     * @param version 1 for the first, then one more each time
     * @param coolsDownUntil no payout before; equal to {@code occurredAt} for the first
     */
    record PayoutDestinationSet(
            ContractorId contractor, Findable destination, int version, Instant coolsDownUntil, Instant occurredAt)
            implements ContractorEvent {
        public boolean first() {
            return version == 1;
        }
    }

    /** Replaces a proposal that stands. @param proposal counts a contractor's proposals from 1 */
    record PayoutDestinationProposed(
            ContractorId contractor, int proposal, Findable destination, Subject proposer, Instant occurredAt)
            implements ContractorEvent {}

    /** Always followed by the {@link PayoutDestinationSet} it allows. */
    record PayoutDestinationApproved(ContractorId contractor, int proposal, Subject approver, Instant occurredAt)
            implements ContractorEvent {}

    record HoldPlaced(
            ContractorId contractor, HoldId hold, @Nullable Money amount, Sealed reason, Instant occurredAt)
            implements ContractorEvent {}

    record HoldLifted(
            ContractorId contractor, HoldId hold, @Nullable Money amount, Instant occurredAt)
            implements ContractorEvent {}
}
