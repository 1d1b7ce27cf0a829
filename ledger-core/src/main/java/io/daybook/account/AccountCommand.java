package io.daybook.account;

import io.daybook.calendar.AccountingMonth;
import io.daybook.contractor.Actor;
import io.daybook.contractor.HoldId;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Sealed;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account can be told. Every amount is above zero unless it says otherwise, and in the account's currency.
 * Repeating an order that was carried out changes nothing, whatever command id it comes under.
 */
public sealed interface AccountCommand extends DomainCommand {
    AccountId account();

    Instant at();

    @Override
    default String streamId() {
        return account().value();
    }

    /**
     * Two orders to one account in one decision, and so in one transaction: the second on what the first leaves. Where the
     * first changes nothing, or the second is refused, the first stands alone.
     */
    record Both(AccountCommand first, AccountCommand second) implements AccountCommand {
        public Both {
            if (!first.account().equals(second.account()))
                throw new IllegalArgumentException("orders to two accounts are two orders");
        }

        @Override
        public AccountId account() {
            return first.account();
        }

        @Override
        public Instant at() {
            return first.at();
        }
    }

    /**
     * What one approval of a sheet earned in one accounting month.
     *
     * @param amount zero or more
     * @param workedAt the latest start of work among the lines
     * @param pendingUntil the end of the review window; null when there is none
     * @param at when the sheet was approved
     */
    record PostEarnings(
            AccountId account,
            TimesheetId timesheet,
            int revision,
            String project,
            AccountingMonth month,
            long seconds,
            Money amount,
            Instant workedAt,
            @Nullable Instant pendingUntil,
            Instant at)
            implements AccountCommand {}

    /**
     * What one correction of a sheet changed in one accounting month.
     *
     * @param seconds signed
     * @param difference signed: rounded(new) − rounded(old), summed over the lines
     */
    record CorrectEarnings(
            AccountId account,
            TimesheetId timesheet,
            int correction,
            String project,
            AccountingMonth month,
            long seconds,
            Money difference,
            Instant at)
            implements AccountCommand {}

    record PassReviewWindow(AccountId account, AccountEntryId entry, Instant at) implements AccountCommand {}

    /** Posts it, or keeps it as a proposal when it is above the limit. */
    record PostAdjustment(AccountId account, Adjustment adjustment, Actor maker, Money fourEyesLimit, Instant at)
            implements AccountCommand {
        /** Whether it waits for a second person: above the limit, or asked for by whom it is for, or by nobody known. */
        public boolean needsSecondPerson() {
            return adjustment.amount().isMoreThan(fourEyesLimit)
                    || maker.is(account.contractor())
                    || !maker.subject().isSomebody();
        }
    }

    record ApproveAdjustment(AccountId account, AdjustmentId adjustment, Actor approver, Instant at)
            implements AccountCommand {}

    record GrantAdvance(AccountId account, AdjustmentId advance, Money amount, Actor maker, Actor approver, Instant at)
            implements AccountCommand {}

    record RecoverAdvance(AccountId account, AdjustmentId recovery, Money amount, Instant at)
            implements AccountCommand {}

    record WithholdTax(AccountId account, AdjustmentId withholding, Money amount, Instant at)
            implements AccountCommand {}

    /** Pays on to whom it is owed what was withheld as tax or deducted. */
    record RemitWithheld(AccountId account, AdjustmentId remittance, Withheld kind, Money amount, Instant at)
            implements AccountCommand {}

    /** Gives up what the contractor owes us. */
    record WriteOffClawback(
            AccountId account,
            AdjustmentId writeOff,
            Money amount,
            Sealed reason,
            Actor maker,
            Actor approver,
            Instant at)
            implements AccountCommand {}

    /** Keeps up to {@code amount} from being paid, now or as it comes in. Holds without an amount are the contractor's. */
    record PlaceHold(AccountId account, HoldId hold, Money amount, Instant at) implements AccountCommand {}

    record LiftHold(AccountId account, HoldId hold, Instant at) implements AccountCommand {}

    /**
     * The line becomes a payout or is dropped with a reason. Refused only while too little is available for what the provider
     * was found to have carried out: that is never dropped.
     */
    record ReservePayout(
            AccountId account,
            PayoutId payout,
            String batch,
            Money amount,
            Instant cutoff,
            PayoutRoute route,
            PayoutDestination destination,
            Payability payability,
            Instant at)
            implements AccountCommand {}

    /** Leaves an approved line unpaid for a reason that is not the account's; refused where the provider has carried it out. */
    record DropPayout(AccountId account, PayoutId payout, String batch, Money amount, DropReason reason, Instant at)
            implements AccountCommand {}

    /**
     * Records the intent of an attempt's first step; the account chooses the step and its amount. Only what
     * {@code PayoutSubmitted} names may be sent, and only once that is durable.
     *
     * @param attempt the payout's, from 1
     */
    record SubmitPayout(AccountId account, PayoutId payout, int attempt, Payability payability, Instant at)
            implements AccountCommand {}

    /** Records the intent of the payout step once the transfer is done; where the contractor is blocked, cancels the attempt. */
    record ContinuePayout(AccountId account, PayoutId payout, int attempt, Payability payability, Instant at)
            implements AccountCommand {}

    /**
     * Asks whether a recorded instruction may be sent once more under its key; changes nothing. Refused where it is not the
     * latest attempt, its payout turned out to have been paid by another one, or the contractor may not be paid there any
     * more: what was held back may never have left.
     *
     * @param attempt the step's
     */
    record RepeatStep(
            AccountId account, PayoutId payout, PayoutStep step, int attempt, Payability payability, Instant at)
            implements AccountCommand {}

    /** @param attempt the step's */
    record RecordAnswer(AccountId account, PayoutId payout, PayoutStep step, int attempt, StepAnswer answer, Instant at)
            implements AccountCommand {}

    /** What a webhook, a poll or a statement led us to fetch. */
    record ObservePayout(AccountId account, PayoutId payout, RailFact fact, Instant at) implements AccountCommand {}

    /** An object that carries our reference on an account that is not the payout's: noted, and never taken for progress. */
    record ObserveElsewhere(AccountId account, PayoutId payout, RailFact fact, Instant at) implements AccountCommand {}

    /**
     * Takes in an object that carries our reference and that the log never meant: the log is younger than the provider's
     * memory. Keys up to its attempt are never used again.
     */
    record AdoptObject(AccountId account, PayoutId payout, String rail, RailFact fact, Instant at)
            implements AccountCommand {}

    /**
     * Takes back what lies on the connected account of a payout that is over, beyond what the contractor is owed; all of it
     * where they are paid elsewhere by now. Changes nothing while there is nothing to take back, or a reversal is open.
     *
     * @param destination the index of where they are paid now; null when nowhere
     */
    record TakeBack(
            AccountId account, PayoutId payout, @Nullable String destination, Instant at) implements AccountCommand {}

    /** What became of the reversal of this attempt. */
    record EndReversal(AccountId account, PayoutId payout, int attempt, ReversalAnswer answer, Instant at)
            implements AccountCommand {}

    /** @param evidence what was looked up, where and how long after, free of personal data */
    record ProveAbsent(AccountId account, PayoutId payout, PayoutStep step, int attempt, String evidence, Instant at)
            implements AccountCommand {}

    /**
     * After proven absence: the money is set aside again for a new attempt.
     *
     * @param restCancelled whether its batch was given up: the attempt would be closed before it could leave, and is refused
     */
    record ReleasePayout(AccountId account, PayoutId payout, boolean restCancelled, Signer by, Instant at)
            implements AccountCommand {}

    /**
     * After a definite no: a new attempt.
     *
     * @param restCancelled whether its batch was given up: the attempt would be closed before it could leave, and is refused
     */
    record RetryPayout(AccountId account, PayoutId payout, boolean restCancelled, Signer by, Instant at)
            implements AccountCommand {}

    /** Gives the money back to what is available; this payout is never tried again. */
    record ClosePayout(AccountId account, PayoutId payout, Signer by, Instant at) implements AccountCommand {}

    /** Makes what came back after PAID available again, once nothing blocks the contractor. */
    record ClearSuspense(AccountId account, PayoutId payout, Payability payability, Instant at)
            implements AccountCommand {}

    /**
     * The provider took a transfer (or a part of it) back from the connected account.
     *
     * @param reversal the provider's id of it
     * @param transfer the provider's id of what was reversed
     */
    record RecordReversal(
            AccountId account,
            PayoutId payout,
            String reversal,
            String transfer,
            Money amount,
            Instant created,
            Instant at)
            implements AccountCommand {}
}
