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
 * @param source the provider's id of the transfer, reversal, top-up or fee behind it
 */
public record RailMovement(String id, Kind kind, Money amount, Money fee, Optional<String> source, Instant created) {
    public enum Kind {
        TOP_UP,
        TRANSFER,
        REVERSAL,
        PAYOUT,
        PAYOUT_FAILURE,
        FEE,
        WITHDRAWAL,
        OTHER
    }

    /** {@code next} resumes behind the last line of this page, also after a restart. */
    public record Page(List<RailMovement> lines, Optional<String> next, boolean more) {}
}
