package io.daybook.account;

import io.daybook.contractor.BlockingReason;
import io.daybook.contractor.ContractorView;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the caller read about the contractor: whether and where they can be paid now.
 *
 * @param destination the blind index of their present destination; null without one
 */
public record Payability(
        Set<BlockingReason> blocking, @Nullable String destination) {
    public Payability {
        blocking = Set.copyOf(blocking);
    }

    public static Payability of(ContractorView contractor, Instant at) {
        ContractorView.Destination destination = contractor.destination();
        return new Payability(
                contractor.blockingReasons(at),
                destination == null ? null : destination.destination().index());
    }

    public boolean ok() {
        return blocking.isEmpty();
    }

    public boolean leadsTo(PayoutDestination approved) {
        return approved.account().index().equals(destination);
    }

    List<BlockingReason> reasons() {
        return blocking.stream().sorted().toList();
    }
}
