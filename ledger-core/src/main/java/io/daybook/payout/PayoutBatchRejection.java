package io.daybook.payout;

import io.daybook.kernel.Rejection;
import io.daybook.payout.PayoutBatchCommand.Stake;
import java.util.List;
import java.util.stream.Collectors;

/** Why an order about a batch was refused. */
public sealed interface PayoutBatchRejection extends Rejection {
    record UnknownBatch(PayoutBatchId batch) implements PayoutBatchRejection {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String message() {
            return "There is no such batch.";
        }
    }

    record ReferenceTaken(PayoutBatchId batch) implements PayoutBatchRejection {
        @Override
        public String code() {
            return "reference-taken";
        }

        @Override
        public String message() {
            return "Another batch has this reference; give this one its own.";
        }
    }

    record ReferenceUsedUp(PayoutBatchId batch) implements PayoutBatchRejection {
        @Override
        public String code() {
            return "reference-taken";
        }

        @Override
        public String message() {
            return "The provider already carries objects under this reference that our log does not know; take another.";
        }
    }

    record NotNow(PayoutBatchId batch, BatchStatus status) implements PayoutBatchRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "The batch is " + status + ", which does not allow that.";
        }
    }

    record NothingToPay(PayoutBatchId batch) implements PayoutBatchRejection {
        @Override
        public String code() {
            return "nothing-to-pay";
        }

        @Override
        public String message() {
            return "Nobody can be paid by this batch; its preview says why.";
        }
    }

    /** @param stake what its lines have to do with whoever asked */
    record NeedsSecondPerson(PayoutBatchId batch, Stake stake) implements PayoutBatchRejection {
        @Override
        public String code() {
            return "needs-second-person";
        }

        @Override
        public String message() {
            if (!stake.directed().isEmpty())
                return "You set the destination of line " + numbers(stake.directed())
                        + "; somebody else approves and releases what is paid there.";
            if (!stake.paying().isEmpty())
                return "Line " + numbers(stake.paying()) + " pays you; somebody else approves and releases it.";
            return "A batch is made by one person, and approved and released by another who is not paid by it.";
        }

        private static String numbers(List<Integer> lines) {
            return lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
    }

    /** @param present the hash that the lines have */
    record ContentChanged(PayoutBatchId batch, String present) implements PayoutBatchRejection {
        @Override
        public String code() {
            return "content-changed";
        }

        @Override
        public String message() {
            return "The lines are not the ones that were looked at: look at them once more.";
        }
    }

    record LimitExceeded(PayoutBatchId batch, List<String> limits) implements PayoutBatchRejection {
        public LimitExceeded {
            limits = List.copyOf(limits);
        }

        @Override
        public String code() {
            return "limit-exceeded";
        }

        @Override
        public String message() {
            return "This is above " + String.join(", ", limits) + "; a second checker must approve the batch too.";
        }
    }

    record NotFunded(PayoutBatchId batch) implements PayoutBatchRejection {
        @Override
        public String code() {
            return "insufficient-funding";
        }

        @Override
        public String message() {
            return "No money was set aside for this batch at the provider.";
        }
    }

    /** @param accounted lines that have come to an end */
    record LinesStillWait(PayoutBatchId batch, long accounted, long lines) implements PayoutBatchRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "Only " + accounted + " of " + lines + " lines have come to an end.";
        }
    }

    /** After a restore: cancelled, what the provider has paid would be owed still, and be paid again. */
    record CarriedOut(PayoutBatchId batch) implements PayoutBatchRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "The provider has carried out payouts of this batch already: release it, so that they are booked.";
        }
    }
}
