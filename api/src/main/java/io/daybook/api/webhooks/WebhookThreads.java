package io.daybook.api.webhooks;

import io.daybook.api.eventlog.EventLog;
import io.daybook.api.eventlog.Follower;
import io.daybook.api.eventlog.Relay;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** What is at work for the webhooks on this node: one follows the log, one opens lanes, one forgets what is long over. */
final class WebhookThreads implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final Lanes lanes;
    private final List<Follower> followers;

    WebhookThreads(EventLog log, Relay relay, Lanes lanes, DeliveryTable deliveries, InstantSource clock) {
        this.lanes = lanes;
        this.followers = List.of(
                new Follower("webhook-outbox", log.head(), relay.passedOn(), relay::step),
                Follower.every(BETWEEN_LOOKS, "webhook-lanes", lanes::step),
                Follower.every(
                        BETWEEN_CLEANINGS,
                        "webhook-cleaning",
                        () -> deliveries.forget(clock.instant().minus(KEPT), FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE));
    }

    List<Follower> all() {
        return followers;
    }

    @Override
    public void close() throws InterruptedException, IOException {
        for (Follower follower : followers) follower.close();
        lanes.close();
    }
}
