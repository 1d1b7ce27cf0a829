package io.daybook.payout.engine;

import io.daybook.account.Payability;
import io.daybook.account.PayoutDestination;
import io.daybook.contractor.BlockingReason;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorViews;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
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

    Payability of(ContractorId contractor) {
        Payability payability = look(contractor);
        long now = ticks.nanoTime();
        if (seen.size() >= MANY) seen.values().removeIf(old -> now - old.at() >= REMEMBERED_NANOS);
        seen.put(contractor, new Seen(payability, now));
        return payability;
    }

    /** Once more for the next step of what was looked at before; asked again where that is more than a second ago. */
    Payability again(ContractorId contractor) {
        Seen last = seen.remove(contractor);
        return last != null && ticks.nanoTime() - last.at() < REMEMBERED_NANOS ? last.payability() : look(contractor);
    }

    /** Whether they may be paid now, there and nowhere else; asked again where the last look is more than a second ago. */
    boolean isPayable(ContractorId contractor, PayoutDestination there) {
        Seen last = seen.get(contractor);
        Payability now =
                last != null && ticks.nanoTime() - last.at() < REMEMBERED_NANOS ? last.payability() : of(contractor);
        return now.ok() && now.leadsTo(there);
    }

    private Payability look(ContractorId contractor) {
        Instant now = clock.instant();
        return contractors
                .byId(contractor)
                .map(known -> Payability.of(known, now))
                .orElseGet(() -> new Payability(Set.of(BlockingReason.PAYOUT_DESTINATION), null));
    }
}
