package io.daybook.payout.engine;

import io.daybook.account.Payability;
import io.daybook.account.PayoutDestination;
import io.daybook.contractor.BlockingReason;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorView;
import io.daybook.contractor.ContractorViews;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Whether and where contractors can be paid, as the views show it. */
final class Payabilities {
    private static final long REMEMBERED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int MANY = 1000;

    private final ContractorViews contractors;
    private final InstantSource clock;
    private final Ticks ticks;
    private final Map<ContractorId, Seen> seen = new ConcurrentHashMap<>();

    Payabilities(ContractorViews contractors, InstantSource clock, Ticks ticks) {
        this.contractors = contractors;
        this.clock = clock;
        this.ticks = ticks;
    }

    private record Seen(Payability payability, long at) {}

    /** As the views show it now. */
    Payability of(ContractorId contractor) {
        long asked = ticks.nanoTime();
        return remember(contractor, payability(contractors.byId(contractor)), asked);
    }

    /** As the views showed it within the last second. */
    Payability lately(ContractorId contractor) {
        Seen last = seen.get(contractor);
        return last != null && isRecent(last) ? last.payability() : of(contractor);
    }

    /** Whether they may be paid, there and nowhere else, as the views showed it within the last second. */
    boolean lead(ContractorId contractor, PayoutDestination there) {
        Payability lately = lately(contractor);
        return lately.ok() && lately.leadsTo(there);
    }

    /** Looks at those who are asked for within the next second all at once. */
    void lookAhead(Collection<ContractorId> next) {
        long asked = ticks.nanoTime();
        Map<ContractorId, ContractorView> known = contractors.byIds(next);
        for (ContractorId contractor : next)
            remember(contractor, payability(Optional.ofNullable(known.get(contractor))), asked);
    }

    /** @param asked before it was read; what was asked for later is kept */
    private Payability remember(ContractorId contractor, Payability payability, long asked) {
        if (seen.size() >= MANY) seen.values().removeIf(old -> !isRecent(old));
        seen.merge(contractor, new Seen(payability, asked), (old, now) -> now.at() - old.at() >= 0 ? now : old);
        return payability;
    }

    private boolean isRecent(Seen last) {
        return ticks.nanoTime() - last.at() < REMEMBERED_NANOS;
    }

    private Payability payability(Optional<ContractorView> contractor) {
        Instant now = clock.instant();
        return contractor
                .map(known -> Payability.of(known, now))
                .orElseGet(() -> new Payability(Set.of(BlockingReason.PAYOUT_DESTINATION), null));
    }
}
