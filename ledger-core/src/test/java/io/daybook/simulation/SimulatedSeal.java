package io.daybook.simulation;

import io.daybook.payout.engine.SealedLog;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Seals beside everything else, without anybody's doing. It may lag behind the log, and stop for hours; in the calm it seals all
 * that is there at once.
 */
final class SimulatedSeal implements SealedLog {
    private static final long YOUNG = 60_000;
    private static final long LONGEST_PAUSE = 20_000;

    private final World world;
    private final SimulatedLog log;
    private @Nullable Long sealedAt;
    private long position;
    private long standsUntil = Long.MIN_VALUE;

    SimulatedSeal(World world, SimulatedLog log) {
        this.world = world;
        this.log = log;
    }

    @Override
    public Optional<Anchored> newest() {
        goOn();
        return sealedAt == null
                ? Optional.empty()
                : Optional.of(new Anchored(position, Duration.ofMillis(world.now() - sealedAt)));
    }

    /** What has happened by now. Whoever seals confirms at least every twenty seconds, with news or without. */
    private void goOn() {
        if (!world.isCalm() && world.now() < standsUntil) return;
        if (world.happens(Fault.SEAL_STOPS, 40))
            standsUntil = world.now() + world.chance.between(1_000, world.chance.oneIn(4) ? 3 * World.HOUR : 300_000);
        if (sealedAt == null || !world.happens(Fault.SEAL_LAGS, 3)) position = log.head();
        long before = sealedAt == null ? Long.MIN_VALUE : sealedAt;
        long pause = world.happens(Fault.SEAL_LAGS, 3) ? world.chance.below((int) LONGEST_PAUSE) : 0;
        sealedAt = Math.max(before, world.now() - pause);
    }

    /** Whether a checkpoint is young by the world's own time, without anything going on. */
    boolean isYoung() {
        return sealedAt != null && world.now() - sealedAt < YOUNG;
    }

    boolean covers(long of) {
        return sealedAt != null && of <= position;
    }
}
