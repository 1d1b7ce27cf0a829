package io.daybook.account;

import io.daybook.contractor.BlockingReason;
import io.daybook.contractor.HoldId;
import io.daybook.kernel.Rejection;
import io.daybook.money.Money;
import java.util.List;

/** Why an account said no. */
public sealed interface AccountRejection extends Rejection {
    record InsufficientAvailable(Money available) implements AccountRejection {
        @Override
        public String code() {
            return "insufficient-available";
        }

        @Override
        public String message() {
            return "Only " + available.toMajor() + " " + available.currency() + " is there to take this from.";
        }
    }

    record NeedsSecondPerson(AdjustmentId adjustment) implements AccountRejection {
        @Override
        public String code() {
            return "needs-second-person";
        }

        @Override
        public String message() {
            return "This is approved by someone who neither asked for it nor is paid by it.";
        }
    }

    record NotPositive(Money amount) implements AccountRejection {
        @Override
        public String code() {
            return "not-positive";
        }

        @Override
        public String message() {
            return "The amount must be above zero.";
        }
    }

    record OtherCurrency(AccountId account) implements AccountRejection {
        @Override
        public String code() {
            return "unsupported-currency";
        }

        @Override
        public String message() {
            return "This account is kept in " + account.currency() + ".";
        }
    }

    record UnknownPayout(PayoutId payout) implements AccountRejection {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String message() {
            return "This account has no such payout.";
        }
    }

    record UnknownAdjustment(AdjustmentId adjustment) implements AccountRejection {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String message() {
            return "No such adjustment waits for approval.";
        }
    }

    record UnknownHold(HoldId hold) implements AccountRejection {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String message() {
            return "This account has no such hold.";
        }
    }

    record NotCorrectable(AccountEntryId entry) implements AccountRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "Only earnings, bonuses, referrals and expenses are corrected; recover an advance instead.";
        }
    }

    /** @param wanted what it would have to be, in words */
    record IllegalPayoutState(PayoutId payout, PayoutStatus status, String wanted) implements AccountRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "The payout is " + status + "; this needs " + wanted + ". " + status.movesInWords();
        }
    }

    record RestCancelled(PayoutId payout, PayoutStatus status) implements AccountRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "The payout is " + status + ", and the rest of its batch was cancelled. From here it can be closed;"
                    + " a later batch pays what is owed.";
        }
    }

    record ReviewStillRuns(AccountEntryId entry) implements AccountRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "The review window of these earnings has not ended yet.";
        }
    }

    record NotPayable(List<BlockingReason> blocking) implements AccountRejection {
        @Override
        public String code() {
            return "not-payable";
        }

        @Override
        public String message() {
            return blocking.isEmpty()
                    ? "The contractor's destination is no longer the approved one; close the payout and draft it anew."
                    : "The contractor cannot be paid now: " + blocking + ".";
        }
    }

    record OwnPayout(PayoutId payout) implements AccountRejection {
        @Override
        public String code() {
            return "needs-second-person";
        }

        @Override
        public String message() {
            return "What becomes of a payout is decided by someone who neither is paid by it nor set its destination.";
        }
    }

    /** Another attempt of it was found to have paid while this one was under way. */
    record PaidOtherwise(PayoutId payout) implements AccountRejection {
        static final String CODE = "paid-otherwise";

        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "An earlier attempt was found to have paid this: close it, so that nobody is paid twice.";
        }
    }

    /** The provider has carried it out before the log meant it, so it is booked or waits; it is not left out. */
    record CarriedOut(PayoutId payout) implements AccountRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "The provider has carried this payout out already; it is booked as soon as enough is available.";
        }
    }
}
