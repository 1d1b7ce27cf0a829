package io.daybook.account;

import io.daybook.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider told us about a payout; {@code occurredAt} is by its clock where it told us a time. */
public sealed interface PayoutReport extends PayoutEvent {
    /** The money stays in 2030 and ages. */
    record StepUnknown(AccountId account, PayoutId payout, PayoutStep step, int attempt, String why, Instant occurredAt)
            implements PayoutReport {}

    /** The object behind (a part of) what was posted as transferred before it was seen; moves nothing. */
    record TransferIdentified(
            AccountId account, PayoutId payout, int attempt, String object, Money amount, Instant occurredAt)
            implements PayoutReport {}

    /**
     * @param object the provider's id; null where a later step showed that the transfer must have been done
     * @param late it was not expected any more: the money lies unassigned on the connected account
     */
    record TransferDone(
            AccountId account,
            PayoutId payout,
            int attempt,
            @Nullable String object,
            String rail,
            String connected,
            Money amount,
            boolean late,
            Instant occurredAt)
            implements PayoutReport {}

    record TransferReversed(
            AccountId account,
            PayoutId payout,
            String reversal,
            String transfer,
            String rail,
            String connected,
            Money amount,
            Instant occurredAt)
            implements PayoutReport {}

    record PayoutAccepted(
            AccountId account, PayoutId payout, int attempt, String object, Flow flow, Money amount, Instant occurredAt)
            implements PayoutReport {}

    record PayoutInTransit(AccountId account, PayoutId payout, String object, Instant occurredAt)
            implements PayoutReport {}

    /** @param trace what the bank network calls it, when known */
    record PayoutPaid(
            AccountId account,
            PayoutId payout,
            String object,
            Flow flow,
            Money amount,
            @Nullable String trace,
            Instant occurredAt)
            implements PayoutReport {}

    /** A definite no to one step; nothing moved by it. @param attempt the step's */
    record PayoutRejected(
            AccountId account,
            PayoutId payout,
            PayoutStep step,
            int attempt,
            String code,
            String message,
            boolean forLackOfFunds,
            Money amount,
            Instant occurredAt)
            implements PayoutReport {}

    record PayoutFailed(
            AccountId account, PayoutId payout, String object, String code, Flow flow, Money amount, Instant occurredAt)
            implements PayoutReport {}

    /**
     * By the provider, or by us between the steps.
     *
     * @param object null when we canceled before the payout step was begun: then nothing flows back
     */
    record PayoutCanceled(
            AccountId account,
            PayoutId payout,
            @Nullable String object,
            String code,
            Flow flow,
            Money amount,
            Instant occurredAt)
            implements PayoutReport {}

    /** @param duplicate it is not the object that settled the payout; the payout's status stays */
    record PayoutFailedAfterPaid(
            AccountId account,
            PayoutId payout,
            String object,
            String code,
            Flow flow,
            Money amount,
            boolean duplicate,
            Instant occurredAt)
            implements PayoutReport {}

    /** @param duplicate it is not the object that settled the payout; the payout's status stays */
    record PayoutReturned(
            AccountId account,
            PayoutId payout,
            String object,
            String code,
            Flow flow,
            Money amount,
            boolean duplicate,
            Instant occurredAt)
            implements PayoutReport {}

    /**
     * Carried out although the log had given it up: an alarm.
     *
     * @param from which payable pays for it
     * @param taken what 2000 and 1100 give when it is neither in flight nor reserved; else empty
     * @param duplicate another attempt is live or has settled; the payout's status stays
     */
    record PayoutFoundLate(
            AccountId account,
            PayoutId payout,
            int attempt,
            String object,
            Flow flow,
            Money amount,
            FoundIn from,
            Taken taken,
            boolean duplicate,
            Instant occurredAt)
            implements PayoutReport {}

    /** An object that the log had never meant was taken in; what it moved is told by the facts beside it. */
    record ObjectAdopted(AccountId account, PayoutId payout, String rail, RailFact fact, Instant occurredAt)
            implements PayoutReport {}

    /** @param detail for a person to look into, free of personal data */
    record PayoutMismatchSeen(
            AccountId account,
            PayoutId payout,
            MismatchKind kind,
            PayoutStep step,
            @Nullable String object,
            Money amount,
            String detail,
            Instant occurredAt)
            implements PayoutReport {}

    /** Where the money of a payout lay when it was found late. */
    enum FoundIn {
        IN_FLIGHT,
        RESERVED,
        AVAILABLE
    }
}
