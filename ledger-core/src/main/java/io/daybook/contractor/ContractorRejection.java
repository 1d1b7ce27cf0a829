package io.daybook.contractor;

import io.daybook.kernel.Rejection;

/** Why an order about a contractor was refused. */
public sealed interface ContractorRejection extends Rejection {
    record UnknownContractor(ContractorId contractor) implements ContractorRejection {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String message() {
            return "There is no such contractor; register them first.";
        }
    }

    /** What differs is not said: it may be somebody else's. */
    record ReferenceTaken(ContractorId contractor) implements ContractorRejection {
        @Override
        public String code() {
            return "reference-taken";
        }

        @Override
        public String message() {
            return "This reference belongs to a contractor with another name, e-mail, country, currency or payout destination;"
                    + " a destination changes by PUT /contractors/{id}/payout-destination.";
        }
    }

    record NotARequirement(BlockingReason reason) implements ContractorRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return reason + " follows from the destination or from holds and cannot be set by itself.";
        }
    }

    record NoProposal(ContractorId contractor) implements ContractorRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "No change of the payout destination waits for approval.";
        }
    }

    record StaleProposal(ContractorId contractor, int proposal) implements ContractorRejection {
        @Override
        public String code() {
            return "stale-revision";
        }

        @Override
        public String message() {
            return "The proposal that waits is number " + proposal + "; look at it before approving.";
        }
    }

    record NeedsSecondPerson(ContractorId contractor) implements ContractorRejection {
        @Override
        public String code() {
            return "needs-second-person";
        }

        @Override
        public String message() {
            return "A change of destination is approved by someone who neither proposed it nor is paid by it.";
        }
    }

    record OwnBenefit(ContractorId contractor) implements ContractorRejection {
        @Override
        public String code() {
            return "needs-second-person";
        }

        @Override
        public String message() {
            return "What keeps your own money back is lifted by somebody else.";
        }
    }

    record HoldNotPositive(HoldId hold) implements ContractorRejection {
        @Override
        public String code() {
            return "not-positive";
        }

        @Override
        public String message() {
            return "A hold's amount is above zero; leave it out to hold every payout.";
        }
    }

    record UnknownHold(HoldId hold) implements ContractorRejection {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String message() {
            return "This contractor has no such hold.";
        }
    }
}
