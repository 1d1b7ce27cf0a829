package io.daybook.api.webhooks;

import io.daybook.account.PayoutEvent;
import io.daybook.account.PayoutProgress;
import io.daybook.account.PayoutProgress.AbsenceProven;
import io.daybook.account.PayoutProgress.PayoutClosed;
import io.daybook.account.PayoutProgress.PayoutDropped;
import io.daybook.account.PayoutProgress.PayoutReleased;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.account.PayoutProgress.PayoutRetried;
import io.daybook.account.PayoutProgress.PayoutSubmitted;
import io.daybook.account.PayoutProgress.ReversalBegun;
import io.daybook.account.PayoutProgress.ReversalEnded;
import io.daybook.account.PayoutProgress.StepBegun;
import io.daybook.account.PayoutProgress.SuspenseCleared;
import io.daybook.account.PayoutReport;
import io.daybook.account.PayoutReport.ObjectAdopted;
import io.daybook.account.PayoutReport.PayoutAccepted;
import io.daybook.account.PayoutReport.PayoutCanceled;
import io.daybook.account.PayoutReport.PayoutFailed;
import io.daybook.account.PayoutReport.PayoutFailedAfterPaid;
import io.daybook.account.PayoutReport.PayoutFoundLate;
import io.daybook.account.PayoutReport.PayoutInTransit;
import io.daybook.account.PayoutReport.PayoutMismatchSeen;
import io.daybook.account.PayoutReport.PayoutPaid;
import io.daybook.account.PayoutReport.PayoutRejected;
import io.daybook.account.PayoutReport.PayoutReturned;
import io.daybook.account.PayoutReport.StepUnknown;
import io.daybook.account.PayoutReport.TransferDone;
import io.daybook.account.PayoutReport.TransferIdentified;
import io.daybook.account.PayoutReport.TransferReversed;
import io.daybook.kernel.Recorded;
import io.daybook.money.Money;
import io.daybook.payout.PayoutBatchId;
import java.util.Locale;
import java.util.Optional;

/** What is said about payouts. What changes no status, such as a second object for one payout, is not said. */
final class PayoutWords {
    private static final String ATTEMPT = "attempt";
    private static final String CODE = "code";

    private PayoutWords() {}

    static Optional<Body> of(Recorded fact, PayoutEvent event) {
        return switch (event) {
            case PayoutProgress ours -> ours(fact, ours);
            case PayoutReport theirs -> theirs(fact, theirs);
        };
    }

    private static Optional<Body> ours(Recorded fact, PayoutProgress event) {
        return switch (event) {
            case PayoutReserved e -> say(MessageType.PAYOUT_RESERVED, fact, e, e.amount());
            case PayoutDropped e ->
                say(MessageType.PAYOUT_DROPPED, fact, e, e.amount())
                        .map(body -> body.with("reason", e.reason().name().toLowerCase(Locale.ROOT)));
            case PayoutSubmitted e ->
                say(MessageType.PAYOUT_SUBMITTED, fact, e, e.amount()).map(body -> body.with(ATTEMPT, e.attempt()));
            case AbsenceProven e ->
                say(MessageType.PAYOUT_PROVEN_ABSENT, fact, e).map(body -> body.with(ATTEMPT, e.attempt()));
            case PayoutReleased e ->
                say(MessageType.PAYOUT_RELEASED, fact, e, e.amount()).map(body -> body.with(ATTEMPT, e.attempt()));
            case PayoutRetried e ->
                say(MessageType.PAYOUT_RETRIED, fact, e).map(body -> body.with(ATTEMPT, e.attempt()));
            case PayoutClosed e -> say(MessageType.PAYOUT_CLOSED, fact, e, e.amount());
            case StepBegun e -> Optional.empty();
            case ReversalBegun e -> Optional.empty();
            case ReversalEnded e -> Optional.empty();
            case SuspenseCleared e -> Optional.empty();
        };
    }

    private static Optional<Body> theirs(Recorded fact, PayoutReport event) {
        return switch (event) {
            case StepUnknown e -> say(MessageType.PAYOUT_UNKNOWN, fact, e).map(body -> body.with(ATTEMPT, e.attempt()));
            case PayoutAccepted e ->
                say(MessageType.PAYOUT_ACCEPTED, fact, e, e.amount()).map(body -> body.with(ATTEMPT, e.attempt()));
            case PayoutInTransit e -> say(MessageType.PAYOUT_IN_TRANSIT, fact, e);
            case PayoutPaid e -> say(MessageType.PAYOUT_PAID, fact, e, e.amount());
            case PayoutRejected e ->
                say(MessageType.PAYOUT_REJECTED, fact, e, e.amount())
                        .map(body -> body.with(ATTEMPT, e.attempt()).with(CODE, e.code()));
            case PayoutFailed e ->
                say(MessageType.PAYOUT_FAILED, fact, e, e.amount()).map(body -> body.with(CODE, e.code()));
            case PayoutCanceled e ->
                say(MessageType.PAYOUT_CANCELED, fact, e, e.amount()).map(body -> body.with(CODE, e.code()));
            case PayoutFailedAfterPaid e ->
                e.duplicate()
                        ? Optional.empty()
                        : say(MessageType.PAYOUT_FAILED_AFTER_PAID, fact, e, e.amount())
                                .map(body -> body.with(CODE, e.code()));
            case PayoutReturned e ->
                e.duplicate()
                        ? Optional.empty()
                        : say(MessageType.PAYOUT_RETURNED, fact, e, e.amount()).map(body -> body.with(CODE, e.code()));
            case PayoutFoundLate e ->
                e.duplicate() ? Optional.empty() : say(MessageType.PAYOUT_FOUND_LATE, fact, e, e.amount());
            case TransferIdentified e -> Optional.empty();
            case TransferDone e -> Optional.empty();
            case TransferReversed e -> Optional.empty();
            case ObjectAdopted e -> Optional.empty();
            case PayoutMismatchSeen e -> Optional.empty();
        };
    }

    private static Optional<Body> say(MessageType type, Recorded fact, PayoutEvent event, Money amount) {
        return say(type, fact, event).map(body -> body.with("amount", amount));
    }

    private static Optional<Body> say(MessageType type, Recorded fact, PayoutEvent event) {
        return Optional.of(Body.of(type, fact)
                .with("payout", event.payout().value())
                .with("batch", PayoutBatchId.of(event.payout()).value())
                .with("contractor", event.account().contractor().value()));
    }
}
