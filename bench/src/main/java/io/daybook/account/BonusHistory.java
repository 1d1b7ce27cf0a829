package io.daybook.account;

import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An account's events for whoever folds, writes or reads them. */
public final class BonusHistory {
    private BonusHistory() {}

    public static List<DomainEvent> events() {
        return List.copyOf(DecidingBenchmark.events());
    }

    /** As the log holds them. */
    public static List<Recorded> facts() {
        List<Recorded> facts = new ArrayList<>();
        for (DomainEvent event : events())
            facts.add(new Recorded(
                    facts.size() + 1L,
                    "event-" + facts.size(),
                    "account-person-USD",
                    facts.size(),
                    Instant.EPOCH,
                    event,
                    "maker",
                    null));
        return List.copyOf(facts);
    }
}
