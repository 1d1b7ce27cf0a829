package io.daybook.account;

import io.daybook.contractor.BlockingReason;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we decided about a payout. */
public sealed interface PayoutProgress extends PayoutEvent {
    /** @param timesheets whose earnings it pays, each once */
    record PayoutReserved(
            AccountId account,
            PayoutId payout,
            String batch,
            Money amount,
            Instant cutoff,
            PayoutRoute route,
            PayoutDestination destination,
            List<EntryPart> parts,
            List<TimesheetId> timesheets,
            Instant occurredAt)
            implements PayoutProgress {}

    record PayoutDropped(
            AccountId account,
            PayoutId payout,
            String batch,
            Money amount,
            DropReason reason,
            List<BlockingReason> blocking,
            Instant occurredAt)
            implements PayoutProgress {}

    /** The durable intent of an attempt: from here on the first step may be sent. @param amount the payout's */
    record PayoutSubmitted(
            AccountId account,
            PayoutId payout,
            int attempt,
            StepIntent intent,
            Money amount,
            PayoutRoute route,
            PayoutDestination destination,
            Instant occurredAt)
            implements PayoutProgress {}

    /** The durable intent of the attempt's second step. */
    record StepBegun(
            AccountId account,
            PayoutId payout,
            int attempt,
            StepIntent intent,
            PayoutRoute route,
            PayoutDestination destination,
            Instant occurredAt)
            implements PayoutProgress {}

    record AbsenceProven(
            AccountId account, PayoutId payout, PayoutStep step, int attempt, String evidence, Instant occurredAt)
            implements PayoutProgress {}

    /** @param attempt the one that may follow */
    record PayoutReleased(AccountId account, PayoutId payout, int attempt, Money amount, Instant occurredAt)
            implements PayoutProgress {}

    /** @param attempt the one that may follow */
    record PayoutRetried(AccountId account, PayoutId payout, int attempt, Instant occurredAt)
            implements PayoutProgress {}

    record PayoutClosed(AccountId account, PayoutId payout, Money amount, List<EntryPart> parts, Instant occurredAt)
            implements PayoutProgress {}

    /**
     * The durable intent to take back a part of a transfer: from here on the reversal may be sent.
     *
     * @param attempt counts the payout's reversals from 1
     * @param key {@code {payout}:reversal:{attempt}}
     * @param transfer the provider's id of what is reversed
     * @param connected the blind index of the connected account
     */
    record ReversalBegun(
            AccountId account,
            PayoutId payout,
            int attempt,
            String key,
            String requestHash,
            String transfer,
            String rail,
            String connected,
            Money amount,
            Instant occurredAt)
            implements PayoutProgress {}

    /** What it moved is told by the fact beside it. @param code why it was not done; null when it was */
    record ReversalEnded(
            AccountId account,
            PayoutId payout,
            int attempt,
            @Nullable String code,
            Money amount,
            Instant occurredAt) implements PayoutProgress {}

    /** @param entry what came back, to be paid again @param earnedAt when what it paid was earned, for cut-offs */
    record SuspenseCleared(
            AccountId account,
            PayoutId payout,
            String object,
            AccountEntryId entry,
            Money amount,
            Instant earnedAt,
            Instant occurredAt)
            implements PayoutProgress {}
}
