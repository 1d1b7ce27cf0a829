package io.daybook.api.seal;

import io.daybook.payout.engine.SealedLog.Anchored;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while nothing is sealed: no money leaves then. Not part of readiness: requests are answered well meanwhile. */
final class SealHealth extends AbstractHealthIndicator implements MeterBinder {
    private static final double MILLIS_A_SECOND = 1_000;

    private final SealWatch watch;

    SealHealth(SealWatch watch) {
        super("the state of the sealing could not be read");
        this.watch = watch;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("daybook.seal.lag", watch, seal -> seal.checkpoints().unsealed())
                .baseUnit("events")
                .description("Events that lie under no checkpoint in the anchor folder yet, up to a hundred thousand")
                .register(registry);
        Gauge.builder("daybook.seal.age", watch, SealHealth::age)
                .baseUnit("seconds")
                .description("Since the newest checkpoint was last laid down or confirmed; NaN before the first")
                .register(registry);
    }

    private static double age(SealWatch watch) {
        return watch.newest()
                .map(Anchored::age)
                .map(Duration::toMillis)
                .map(millis -> millis / MILLIS_A_SECOND)
                .orElse(Double.NaN);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Optional<Anchored> newest = watch.newest();
        health.up();
        newest.ifPresent(anchored -> health.withDetail("position", anchored.position())
                .withDetail("ageSeconds", anchored.age().toSeconds()));
        health.withDetail("waitingEvents", watch.checkpoints().unsealed());
        health.withDetail("anchor", watch.disk().words());
        watch.alarm().ifPresent(why -> health.down().withDetail("why", why));
    }
}
