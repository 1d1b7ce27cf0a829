package io.daybook.account;

import io.daybook.account.AccountRows.Credit;
import io.daybook.account.AccountRows.Moment;
import io.daybook.account.AccountRows.Move;
import io.daybook.account.PayoutProgress.*;
import io.daybook.account.PayoutReport.*;
import io.daybook.money.Money;
import org.jspecify.annotations.Nullable;

/** What payout facts leave of payouts, of the entries they pay and of their timelines. */
final class PayoutFold {
    private PayoutFold() {}

    static void add(AccountRows rows, PayoutEvent event, long position) {
        rows.moments.add(new Moment(
                event.payout(),
                position,
                event.getClass().getSimpleName(),
                attempt(event),
                detail(event),
                event.occurredAt()));
        switch (event) {
            case PayoutProgress progress -> progress(rows, progress, position);
            case PayoutReport report -> report(rows, report);
        }
    }

    private static void progress(AccountRows rows, PayoutProgress event, long position) {
        switch (event) {
            case PayoutReserved e -> rows.reserved.add(e);
            case PayoutDropped e -> rows.dropped.add(e);
            case PayoutSubmitted e ->
                rows.move(
                        e.payout(),
                        Move.to(PayoutStatus.SUBMITTING, e.occurredAt())
                                .attempt(e.attempt())
                                .intent(e.intent()));
            case StepBegun e -> rows.move(e.payout(), Move.NONE.intent(e.intent()));
            case AbsenceProven e -> rows.move(e.payout(), Move.to(PayoutStatus.PROVEN_ABSENT, e.occurredAt()));
            case PayoutReleased e ->
                rows.move(
                        e.payout(),
                        Move.to(PayoutStatus.RESERVED, e.occurredAt()).attempt(e.attempt()));
            case PayoutRetried e ->
                rows.move(
                        e.payout(),
                        Move.to(PayoutStatus.RESERVED, e.occurredAt()).attempt(e.attempt()));
            case PayoutClosed e -> {
                rows.closed.add(e.payout());
                rows.move(e.payout(), Move.to(PayoutStatus.CLOSED, e.occurredAt()));
            }
            case ReversalBegun e -> {}
            case ReversalEnded e -> {}
            case SuspenseCleared e -> {
                rows.credits.add(returned(e, position));
                rows.move(e.payout(), Move.NONE.suspense(-e.amount().minor()));
            }
        }
    }

    private static void report(AccountRows rows, PayoutReport event) {
        if (event instanceof PayoutFoundLate late)
            rows.late(late.payout(), late.taken().available());
        Move move = move(event);
        if (!move.equals(Move.NONE)) rows.move(event.payout(), move);
    }

    private static Move move(PayoutReport event) {
        return switch (event) {
            case StepUnknown e -> to(PayoutStatus.UNKNOWN, e);
            case TransferDone e -> (e.late() ? Move.NONE : to(PayoutStatus.SUBMITTING, e)).transfer(e.object());
            case TransferIdentified e -> Move.NONE.transfer(e.object());
            case PayoutAccepted e -> to(PayoutStatus.ACCEPTED, e).object(e.object());
            case PayoutInTransit e -> to(PayoutStatus.IN_TRANSIT, e);
            case PayoutPaid e -> to(PayoutStatus.PAID, e).object(e.object()).trace(e.trace());
            case PayoutRejected e -> to(PayoutStatus.REJECTED, e).failure(e.code());
            case PayoutFailed e -> to(PayoutStatus.FAILED, e).object(e.object()).failure(e.code());
            case PayoutCanceled e -> to(PayoutStatus.CANCELED, e).failure(e.code());
            case PayoutFailedAfterPaid e ->
                cameBack(e.duplicate(), to(PayoutStatus.FAILED_AFTER_PAID, e), e.code(), e.amount());
            case PayoutReturned e -> cameBack(e.duplicate(), to(PayoutStatus.RETURNED, e), e.code(), e.amount());
            case PayoutFoundLate e ->
                e.duplicate() ? Move.NONE : to(PayoutStatus.FOUND_LATE, e).object(e.object());
            case TransferReversed e -> Move.NONE;
            case PayoutMismatchSeen e -> Move.NONE;
            case ObjectAdopted e -> Move.NONE;
        };
    }

    private static Move to(PayoutStatus status, PayoutReport event) {
        return Move.to(status, event.occurredAt());
    }

    private static Move cameBack(boolean duplicate, Move move, String code, Money amount) {
        return (duplicate ? Move.NONE : move.failure(code)).suspense(amount.minor());
    }

    private static Credit returned(SuspenseCleared e, long position) {
        return new Credit(
                e.entry(),
                e.account(),
                EntryKind.RETURN,
                null,
                null,
                null,
                null,
                null,
                e.payout().value(),
                0,
                e.amount().minor(),
                null,
                e.earnedAt(),
                position);
    }

    private static int attempt(PayoutEvent event) {
        return switch (event) {
            case PayoutSubmitted e -> e.attempt();
            case StepBegun e -> e.attempt();
            case AbsenceProven e -> e.attempt();
            case PayoutReleased e -> e.attempt();
            case PayoutRetried e -> e.attempt();
            case StepUnknown e -> e.attempt();
            case TransferDone e -> e.attempt();
            case TransferIdentified e -> e.attempt();
            case PayoutAccepted e -> e.attempt();
            case PayoutRejected e -> e.attempt();
            case PayoutFoundLate e -> e.attempt();
            case ObjectAdopted e -> e.fact().attempt();
            case ReversalBegun e -> e.attempt();
            case ReversalEnded e -> e.attempt();
            default -> 0;
        };
    }

    /** The one thing a reader of the timeline wants to know beyond the name. */
    private static @Nullable String detail(PayoutEvent event) {
        return switch (event) {
            case PayoutDropped e -> e.reason().name();
            case PayoutSubmitted e -> e.intent().step().name();
            case StepBegun e -> e.intent().step().name();
            case AbsenceProven e -> e.evidence();
            case StepUnknown e -> e.why();
            case TransferDone e -> e.object();
            case TransferIdentified e -> e.object();
            case TransferReversed e -> e.reversal();
            case PayoutAccepted e -> e.object();
            case PayoutPaid e -> e.trace();
            case PayoutRejected e -> e.code();
            case PayoutFailed e -> e.code();
            case PayoutCanceled e -> e.code();
            case PayoutFailedAfterPaid e -> e.code();
            case PayoutReturned e -> e.code();
            case PayoutFoundLate e -> e.object();
            case PayoutMismatchSeen e -> e.kind().name();
            case ObjectAdopted e -> e.fact().object();
            case ReversalBegun e -> e.transfer();
            case ReversalEnded e -> e.code();
            default -> null;
        };
    }
}
