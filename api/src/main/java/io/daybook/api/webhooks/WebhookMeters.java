package io.daybook.api.webhooks;

import io.daybook.api.webhooks.DueTable.Failing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** How the messages fare, where monitoring looks. They take nobody out of service: whoever does not listen is outside. */
final class WebhookMeters extends AbstractHealthIndicator implements MeterBinder {
    private final DueTable due;

    WebhookMeters(DueTable due) {
        super("the state of the webhooks could not be read");
        this.due = due;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("daybook.webhooks.waiting", due, table -> table.counts().waiting())
                .baseUnit("messages")
                .description("Messages that were not taken yet and are still tried")
                .register(registry);
        Gauge.builder("daybook.webhooks.given.up", due, table -> table.counts().givenUp())
                .baseUnit("messages")
                .description("Messages that nobody took within three days, of the last 30 days")
                .register(registry);
        Gauge.builder(
                        "daybook.webhooks.failing",
                        due,
                        table -> table.counts().failing().size())
                .baseUnit("endpoints")
                .description("Endpoints that took nothing since a try failed, or that answered 410 and are disabled")
                .register(registry);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (Failing failing : due.counts().failing())
            health.withDetail(
                    failing.endpoint().value(),
                    (failing.isEnabled() ? "takes nothing since " : "gone, disabled; takes nothing since ")
                            + failing.since());
    }
}
