package io.daybook.api.payouts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** The alerts where monitoring looks for them. They take nobody out of service: no restart would help. */
@Component("alerts")
final class PayoutAlertsHealth extends AbstractHealthIndicator {
    private static final String[] KINDS = {
        "unknown-payouts",
        "stalled-payouts",
        "disagreements",
        "refused-orders",
        "late-messages",
        "divergence",
        "rail-stopped",
        "seal-stalled",
        "second-person-refused",
        "other-content-refused",
        "role-refused",
        "destination-changes",
        "webhook-endpoint-changes",
        "adjustments-add-up"
    };

    private final PayoutAlerts alerts;

    PayoutAlertsHealth(PayoutAlerts alerts, MeterRegistry meters) {
        super("the alerts could not be read");
        this.alerts = alerts;
        for (String kind : KINDS)
            Gauge.builder("daybook.alerts", alerts, now -> count(now, kind))
                    .description("what a person must look at, by kind; 0 while there is nothing")
                    .tags(Tags.of("kind", kind))
                    .register(meters);
    }

    private static long count(PayoutAlerts alerts, String kind) {
        return alerts.alerts().stream()
                .filter(alert -> alert.kind().equals(kind))
                .mapToLong(Alert::count)
                .sum();
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (Alert alert : alerts.alerts()) health.withDetail(alert.name(), alert.count() + ": " + alert.detail());
    }
}
