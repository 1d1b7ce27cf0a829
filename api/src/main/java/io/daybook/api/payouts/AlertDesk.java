package io.daybook.api.payouts;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Write;
import io.daybook.api.payouts.AlertJson.Status;
import io.daybook.api.watch.Watch;
import io.daybook.kernel.Hash;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Alerts, and who has put which of them to rest: never whoever it is about. */
@Component
final class AlertDesk {
    private final PayoutAlerts payouts;
    private final TokenAlerts tokens;
    private final AcknowledgementTable acknowledgements;
    private final Watch watch;
    private final PersonVault vault;
    private final InstantSource clock;

    AlertDesk(
            PayoutAlerts payouts,
            TokenAlerts tokens,
            DataSource database,
            Watch watch,
            PersonVault vault,
            InstantSource clock) {
        this.payouts = payouts;
        this.tokens = tokens;
        this.acknowledgements = new AcknowledgementTable(database);
        this.watch = watch;
        this.vault = vault;
        this.clock = clock;
    }

    /** In the order of their names, those behind {@code after}. What is about tokens is as of now, the rest as last looked for. */
    List<AlertJson> page(@Nullable Status status, @Nullable String after, int limit) {
        List<Alert> alerts = alerts();
        Map<String, Acknowledgement> last =
                acknowledgements.last(alerts.stream().map(Alert::id).toList());
        Instant now = clock.instant();
        return alerts.stream()
                .filter(alert -> after == null || alert.name().compareTo(after) > 0)
                .map(alert -> AlertJson.of(alert, last.get(alert.id()), vault, now))
                .filter(alert -> status == null || alert.status() == status)
                .limit(limit)
                .toList();
    }

    /** Errors: {@code not-found}; {@code needs-second-person} for whoever it is about. */
    AlertJson acknowledge(Write write, String id, String reason) {
        Alert alert = alerts().stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("alert"));
        Subject by = write.caller().subject();
        if (alert.about().contains(by)) {
            watch.refused(by, "needs-second-person", "POST /api/v1/alerts/{id}/acknowledge", "");
            throw ProblemException.of("needs-second-person", "Somebody else than whom it is about must look at it.");
        }
        PersonId author = new PersonId("staff-" + Hash.shortKey("staff", by.value()));
        write.about(author);
        var given = new Acknowledgement(id, alert.count(), by, vault.seal(author, reason), write.now());
        acknowledgements.add(given);
        return AlertJson.of(alert, given, vault, write.now());
    }

    private List<Alert> alerts() {
        return Stream.concat(
                        payouts.alerts().stream().filter(alert -> !TokenAlerts.KINDS.contains(alert.kind())),
                        tokens.now().stream())
                .sorted(Comparator.comparing(Alert::name))
                .toList();
    }
}
