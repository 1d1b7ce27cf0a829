package io.daybook.explain;

import java.util.Set;

/** Which facts of a payout the books may tell of. */
final class PayoutFacts {
    private static final Set<String> OF_MONEY = Set.of(
            "PayoutReserved",
            "PayoutSubmitted",
            "PayoutReleased",
            "PayoutClosed",
            "SuspenseCleared",
            "TransferDone",
            "TransferReversed",
            "PayoutAccepted",
            "PayoutPaid",
            "PayoutRejected",
            "PayoutFailed",
            "PayoutCanceled",
            "PayoutFailedAfterPaid",
            "PayoutReturned",
            "PayoutFoundLate");

    private PayoutFacts() {}

    static boolean tellsOfMoney(String name) {
        return OF_MONEY.contains(name);
    }
}
