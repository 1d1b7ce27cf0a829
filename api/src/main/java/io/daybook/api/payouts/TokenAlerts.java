package io.daybook.api.payouts;

import io.daybook.api.watch.RefusedAttempt;
import io.daybook.api.watch.Watch;
import io.daybook.contractor.ContractorViews;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a stolen token leaves behind: refusals, and destinations that somebody else than their owner wants changed. */
@Component
final class TokenAlerts {
    private static final String DESTINATIONS = "destination-changes";
    private static final Map<String, String> BY_CODE = Map.of(
            "needs-second-person", "second-person-refused",
            "content-changed", "other-content-refused",
            "forbidden", "role-refused");
    static final Set<String> KINDS =
            Set.of("second-person-refused", "other-content-refused", "role-refused", DESTINATIONS);

    /** As long as a changed destination holds payouts by default. */
    private static final Duration RECENT = Duration.ofHours(72);

    private final Watch watch;
    private final ContractorViews contractors;
    private final InstantSource clock;

    TokenAlerts(Watch watch, ContractorViews contractors, InstantSource clock) {
        this.watch = watch;
        this.contractors = contractors;
        this.clock = clock;
    }

    List<Alert> now() {
        List<Alert> found = new ArrayList<>();
        for (RefusedAttempt each : watch.lately())
            found.add(new Alert(
                    BY_CODE.getOrDefault(each.code(), each.code()),
                    each.subject().value(),
                    each.count(),
                    "refused in the last 14 days, at last " + each.lastAt() + ": " + each.routes()));
        long changes = contractors.proposedSince(clock.instant().minus(RECENT));
        if (changes > 0)
            found.add(new Alert(
                    DESTINATIONS,
                    "daybook",
                    changes,
                    "contractors whose destination staff asked to change in 72 hours"));
        return found;
    }
}
