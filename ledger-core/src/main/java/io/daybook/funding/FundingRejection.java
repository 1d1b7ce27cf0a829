package io.daybook.funding;

import io.daybook.kernel.Rejection;
import io.daybook.money.Money;

/** Why an order about funding was refused. */
public sealed interface FundingRejection extends Rejection {
    record InsufficientFunding(FundingPoolId pool, Money free, Money wanted) implements FundingRejection {
        @Override
        public String code() {
            return "insufficient-funding";
        }

        @Override
        public String message() {
            return "Only " + free.toMajor() + " " + free.currency() + " is free at the provider, and "
                    + wanted.toMajor() + " is needed: top it up first, then take a new Idempotency-Key.";
        }
    }

    record NotPositive(FundingPoolId pool) implements FundingRejection {
        @Override
        public String code() {
            return "not-positive";
        }

        @Override
        public String message() {
            return "The amount must be above zero.";
        }
    }

    record UnknownTopUp(TopUpId topUp) implements FundingRejection {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String message() {
            return "There is no such top-up.";
        }
    }

    record ReferenceTaken(TopUpId topUp) implements FundingRejection {
        @Override
        public String code() {
            return "reference-taken";
        }

        @Override
        public String message() {
            return "Another top-up has this reference; give this one its own.";
        }
    }

    record NeedsSecondPerson(TopUpId topUp) implements FundingRejection {
        @Override
        public String code() {
            return "needs-second-person";
        }

        @Override
        public String message() {
            return "A top-up is confirmed by someone other than its maker.";
        }
    }

    record AlreadySettled(FundingPoolId pool, String batch) implements FundingRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "The funding of this batch was given back already.";
        }
    }
}
