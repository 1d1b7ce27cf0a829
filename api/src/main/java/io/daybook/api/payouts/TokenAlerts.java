package io.daybook.api.payouts;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.payouts.SignsTable.Sign;
import io.daybook.api.watch.RefusedAttempt;
import io.daybook.api.watch.Watch;
import io.daybook.contractor.ContractorViews;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** What a stolen token leaves behind: refusals, and what one person may do alone but not unheard. */
@Component
final class TokenAlerts {
    private static final String DESTINATIONS = "destination-changes";
    private static final String ENDPOINTS = "webhook-endpoint-changes";
    private static final String ADDED_UP = "adjustments-add-up";
    private static final Map<String, String> BY_CODE = Map.of(
            "needs-second-person", "second-person-refused",
            "content-changed", "other-content-refused",
            "forbidden", "role-refused");
    static final Set<String> KINDS =
            Set.of("second-person-refused", "other-content-refused", "role-refused", DESTINATIONS, ENDPOINTS, ADDED_UP);

    /** As long as a changed destination holds payouts by default. */
    private static final Duration RECENT = Duration.ofHours(72);

    private static final Duration DAY = Duration.ofHours(24);

    private final Watch watch;
    private final ContractorViews contractors;
    private final SignsTable signs;
    private final long fourEyesLimit;
    private final InstantSource clock;

    TokenAlerts(
            Watch watch,
            ContractorViews contractors,
            DataSource database,
            DaybookProperties daybook,
            InstantSource clock) {
        this.watch = watch;
        this.contractors = contractors;
        this.signs = new SignsTable(database);
        this.fourEyesLimit = daybook.fourEyesLimit();
        this.clock = clock;
    }

    List<Alert> now() {
        Instant now = clock.instant();
        List<Alert> found = new ArrayList<>();
        for (RefusedAttempt each : watch.lately())
            found.add(Alert.ofPerson(
                    BY_CODE.getOrDefault(each.code(), each.code()),
                    each.subject(),
                    each.count(),
                    "refused in the last 14 days, at last " + each.lastAt() + ": " + each.routes(),
                    each.lastAt()));
        for (Sign each : signs.endpointsChanged(now.minus(RECENT)))
            found.add(of(each, ENDPOINTS, "times this person made or changed where webhooks go, in 72 hours"));
        for (Sign each : signs.adjustmentsAddedUp(now.minus(DAY), fourEyesLimit))
            found.add(of(
                    each,
                    ADDED_UP,
                    "accounts to which this person alone added more in 24 hours than one adjustment may"));
        destinations(now.minus(RECENT), found);
        return found;
    }

    private static Alert of(Sign sign, String kind, String detail) {
        return Alert.ofPerson(kind, sign.subject(), sign.count(), detail, sign.lastAt());
    }

    private void destinations(Instant since, List<Alert> found) {
        long changes = contractors.proposedSince(since);
        if (changes == 0) return;
        List<Sign> proposed = signs.destinationsProposed(since);
        found.add(new Alert(
                DESTINATIONS,
                "daybook",
                changes,
                "contractors whose destination staff asked to change in 72 hours",
                proposed.stream().map(Sign::lastAt).max(Instant::compareTo).orElse(null),
                proposed.stream().map(Sign::subject).collect(Collectors.toSet())));
    }
}
