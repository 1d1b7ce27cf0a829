package io.daybook.contractor;

import io.daybook.kernel.Findable;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contractor as clients see them, personal data still sealed.
 *
 * @param raised the blocking reasons that stand whatever the time
 * @param destination null until the first is set
 * @param proposal a destination that waits for a second person, or null
 */
public record ContractorView(
        ContractorId id,
        String reference,
        Findable name,
        Findable email,
        Sealed country,
        Currency currency,
        Set<BlockingReason> raised,
        @Nullable Destination destination,
        @Nullable Proposal proposal,
        Instant registeredAt) {
    public ContractorView {
        raised = Set.copyOf(raised);
    }

    /** Why they cannot be paid at {@code at}, in the order of {@link BlockingReason}; empty when they can. */
    public Set<BlockingReason> blockingReasons(Instant at) {
        Set<BlockingReason> reasons = EnumSet.noneOf(BlockingReason.class);
        reasons.addAll(raised);
        if (destination != null && at.isBefore(destination.coolsDownUntil()))
            reasons.add(BlockingReason.DESTINATION_COOLDOWN);
        return reasons;
    }

    public record Destination(Findable destination, int version, Instant coolsDownUntil) {}

    public record Proposal(int number, Findable destination, Subject proposer, Instant proposedAt) {}

    /** @param amount null when it blocks every payout */
    public record Hold(
            HoldId id, ContractorId contractor, @Nullable Money amount, Sealed reason, Instant placedAt) {}
}
