package io.daybook.payout;

import io.daybook.contractor.Actor;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import io.daybook.rail.RailObject;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** What a batch can be told. Repeating an order that was carried out changes nothing. */
public sealed interface PayoutBatchCommand extends DomainCommand {
    PayoutBatchId batch();

    Instant at();

    @Override
    default String streamId() {
        return batch().value();
    }

    /**
     * @param cutoff only what was earned before is paid
     * @param minimum lines below it are left out; zero or more
     * @param only whom to pay; empty is everybody
     */
    record DraftBatch(
            PayoutBatchId batch,
            String reference,
            String rail,
            Currency currency,
            Instant cutoff,
            Money minimum,
            List<ContractorId> only,
            Subject maker,
            Instant at)
            implements PayoutBatchCommand {
        public DraftBatch {
            only = List.copyOf(only);
        }
    }

    /** Given once all its lines are recorded in their own streams. */
    record FreezeBatch(PayoutBatchId batch, FrozenContent content, Subject actor, Instant at)
            implements PayoutBatchCommand {}

    /**
     * What the frozen lines have to do with whoever decides about them.
     *
     * @param paying the numbers of lines that pay them
     * @param directed the numbers of lines to a destination that they set
     */
    record Stake(List<Integer> paying, List<Integer> directed) {
        public static final Stake NONE = new Stake(List.of(), List.of());

        public Stake {
            paying = List.copyOf(paying);
            directed = List.copyOf(directed);
        }

        public boolean isNone() {
            return equals(NONE);
        }
    }

    /** @param stake the approver's */
    record ApproveBatch(PayoutBatchId batch, String contentHash, Actor approver, Stake stake, Instant at)
            implements PayoutBatchCommand {}

    /**
     * @param contentHash of the lines as they are read now
     * @param exceeded the limits that this batch goes beyond, by their configuration keys
     * @param funded whether the rail's funding was reserved for it
     * @param stake the checker's
     */
    record ReleaseBatch(
            PayoutBatchId batch,
            String contentHash,
            List<String> exceeded,
            boolean funded,
            Subject checker,
            Stake stake,
            Instant at)
            implements PayoutBatchCommand {
        public ReleaseBatch {
            exceeded = List.copyOf(exceeded);
        }
    }

    /** @param contentHash of the lines as they are read now, to be paid */
    record BeginExecution(PayoutBatchId batch, String contentHash, Instant at) implements PayoutBatchCommand {}

    record PauseBatch(PayoutBatchId batch, Subject actor, Instant at) implements PayoutBatchCommand {}

    record ResumeBatch(PayoutBatchId batch, Subject actor, Instant at) implements PayoutBatchCommand {}

    /**
     * Before the release the whole batch, after it what was not sent yet.
     *
     * @param carriedOut whether something of it was found at the provider although the log had not meant it yet
     */
    record CancelBatch(PayoutBatchId batch, boolean carriedOut, Subject actor, Instant at)
            implements PayoutBatchCommand {}

    /** Never refused: a fact from outside. @param left what it took out of our balance at the provider */
    record NoteStrayObject(
            PayoutBatchId batch,
            String payout,
            String rail,
            RailObject.Kind kind,
            String object,
            Money amount,
            Money left,
            Subject actor,
            Instant at)
            implements PayoutBatchCommand {}

    /**
     * Given when no line waits any more.
     *
     * @param other lines that ended otherwise than paid
     * @param dropped lines that never became a payout
     */
    record CompleteBatch(PayoutBatchId batch, long paid, long other, long dropped, Instant at)
            implements PayoutBatchCommand {}
}
