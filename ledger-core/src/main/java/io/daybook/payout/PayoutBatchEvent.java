package io.daybook.payout;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import io.daybook.rail.RailObject;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** What has happened to one batch. */
public sealed interface PayoutBatchEvent extends DomainEvent {
    PayoutBatchId batch();

    @Override
    default String streamId() {
        return batch().value();
    }

    /** @param only whom to pay; empty is everybody */
    record BatchDrafted(
            PayoutBatchId batch,
            String reference,
            String rail,
            Currency currency,
            Instant cutoff,
            Money minimum,
            List<ContractorId> only,
            Subject maker,
            Instant occurredAt)
            implements PayoutBatchEvent {
        public BatchDrafted {
            only = List.copyOf(only);
        }
    }

    record BatchFrozen(PayoutBatchId batch, FrozenContent content, Subject actor, Instant occurredAt)
            implements PayoutBatchEvent {}

    /** The first is the approval; a second lifts the limits. */
    record BatchApproved(PayoutBatchId batch, String contentHash, Subject approver, Instant occurredAt)
            implements PayoutBatchEvent {}

    /** @param exceeded limits that two approvals together lifted */
    record BatchReleased(PayoutBatchId batch, Money total, List<String> exceeded, Subject checker, Instant occurredAt)
            implements PayoutBatchEvent {
        public BatchReleased {
            exceeded = List.copyOf(exceeded);
        }
    }

    record ExecutionBegun(PayoutBatchId batch, Instant occurredAt) implements PayoutBatchEvent {}

    record BatchPaused(PayoutBatchId batch, Subject actor, Instant occurredAt) implements PayoutBatchEvent {}

    record BatchResumed(PayoutBatchId batch, Subject actor, Instant occurredAt) implements PayoutBatchEvent {}

    record BatchCancelled(PayoutBatchId batch, Subject actor, Instant occurredAt) implements PayoutBatchEvent {}

    /**
     * The provider carries an object for a line that our log cannot tell whose it is: a person took note. It is posted
     * nowhere; this batch's reference is used up, since its keys are.
     *
     * @param payout what the object says it is for
     * @param object the provider's id
     * @param left what it took out of our balance at the provider; zero or more
     */
    record StrayObjectNoted(
            PayoutBatchId batch,
            String payout,
            String rail,
            RailObject.Kind kind,
            String object,
            Money amount,
            Money left,
            Subject actor,
            Instant occurredAt)
            implements PayoutBatchEvent {}

    /** From here on no line is sent that was not sent before. */
    record RestCancelled(PayoutBatchId batch, Subject actor, Instant occurredAt) implements PayoutBatchEvent {}

    /** @param other lines that ended otherwise than paid @param dropped lines that never became a payout */
    record BatchCompleted(PayoutBatchId batch, long paid, long other, long dropped, Instant occurredAt)
            implements PayoutBatchEvent {
        public boolean everyLinePaid() {
            return other == 0 && dropped == 0;
        }
    }
}
