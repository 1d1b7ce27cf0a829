package io.daybook.rail;

import io.daybook.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of the provider's own book of our balance.
 *
 * @param amount signed: above zero it came in
 * @param fee what the provider kept of it; net = amount − fee
 * @param source the provider's id of the transfer, reversal, payout or top-up behind it
 * @param text what the provider printed on the line; a top-up's carries the reference it was sent with
 */
public record RailMovement(
        String id,
        Kind kind,
        Money amount,
        Money fee,
        Optional<String> source,
        Optional<String> text,
        Instant created) {
    public enum Kind {
        TOP_UP,
        TRANSFER,
        REVERSAL,
        /** To the contractor's bank; on a rail with connected accounts only in their books. */
        PAYOUT,
        PAYOUT_FAILURE,
        /** A charge of its own: below zero in {@code amount}, with no {@code fee} beside it. */
        FEE,
        /** From our balance at the provider to our own bank. */
        WITHDRAWAL,
        WITHDRAWAL_FAILURE,
        OTHER
    }

    /** {@code next} resumes behind the last line of this page, also after a restart. */
    public record Page(List<RailMovement> lines, Optional<String> next, boolean more) {}
}
