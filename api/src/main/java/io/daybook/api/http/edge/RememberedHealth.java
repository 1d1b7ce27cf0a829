package io.daybook.api.http.edge;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;

/**
 * How something was a second ago at most. Everybody may ask after our health, as often as they like, and some of it is counted in the
 * database: that is done once at a time, whoever asks meanwhile hears what was known, and what takes too long is down.
 */
final class RememberedHealth implements HealthIndicator {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();

    private final HealthIndicator asked;
    private final LongSupplier nanoTime;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;

    RememberedHealth(HealthIndicator asked, LongSupplier nanoTime) {
        this.asked = asked;
        this.nanoTime = nanoTime;
    }

    private record Known(@Nullable Health health, long at) {}

    /** Puts itself before all that can be asked. */
    static void remember(HealthContributorRegistry registry, LongSupplier nanoTime) {
        List<HealthContributors.Entry> all = registry.stream().toList();
        for (HealthContributors.Entry one : all)
            if (one.contributor() instanceof HealthIndicator indicator) {
                registry.unregisterContributor(one.name());
                registry.registerContributor(one.name(), new RememberedHealth(indicator, nanoTime));
            }
    }

    @Override
    public @Nullable Health health() {
        Known last = known;
        if (last != null && age(last) < FRESH_NANOS) return last.health();
        if (!asking.tryLock()) return last == null ? first() : meanwhile(last);
        try {
            return ask();
        } finally {
            asking.unlock();
        }
    }

    private @Nullable Health ask() {
        Known last = known;
        if (last != null && age(last) < FRESH_NANOS) return last.health();
        @Nullable Health health = asked.health();
        known = new Known(health, nanoTime.getAsLong());
        return health;
    }

    private static Health silent() {
        return Health.down().withDetail("error", "no answer for 10 seconds").build();
    }

    private @Nullable Health meanwhile(Known last) {
        return age(last) < PATIENCE_NANOS ? last.health() : silent();
    }

    private @Nullable Health first() {
        try {
            if (!asking.tryLock(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) return silent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return silent();
        }
        try {
            return ask();
        } finally {
            asking.unlock();
        }
    }

    private long age(Known last) {
        return nanoTime.getAsLong() - last.at();
    }
}
