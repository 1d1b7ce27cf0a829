package io.daybook.api.payouts;

import io.daybook.account.PayoutView;
import io.daybook.api.eventlog.Follower;
import io.daybook.payout.engine.RailEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps every rail's engine turning: its lease, its sending, its watching, its book and its standing by, each in a thread of its own. */
final class RailEngines implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RailEngines.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(200);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(5);

    private final List<RailEngine> engines;
    private final List<Follower> threads = new CopyOnWriteArrayList<>();
    private final boolean standStill;
    private volatile boolean running;

    /** @param standStill they know their rails and answer for them, and do nothing */
    RailEngines(List<RailEngine> engines, boolean standStill) {
        this.engines = List.copyOf(engines);
        this.standStill = standStill;
    }

    @Override
    public boolean isAutoStartup() {
        return !standStill;
    }

    Optional<RailEngine> find(String rail) {
        return engines.stream().filter(engine -> engine.rail().equals(rail)).findFirst();
    }

    /** When the payout is brought on by itself next, where this node knows. */
    @Nullable
    Instant nextAt(PayoutView payout) {
        return find(payout.route().rail())
                .flatMap(engine -> engine.nextAt(payout))
                .orElse(null);
    }

    List<Follower> threads() {
        return List.copyOf(threads);
    }

    @Override
    public void start() {
        for (RailEngine engine : engines) {
            String name = "rail-" + engine.rail();
            threads.add(Follower.every(HEARTBEAT, name + "-lease", () -> {
                engine.renew();
                return false;
            }));
            threads.add(Follower.every(BETWEEN_ROUNDS, name + "-send", engine::send));
            threads.add(Follower.every(BETWEEN_LOOKS, name + "-watch", engine::watch));
            threads.add(Follower.every(BETWEEN_READINGS, name + "-book", () -> {
                engine.followBook();
                return false;
            }));
            threads.add(Follower.every(BETWEEN_READINGS, name + "-standby", () -> {
                engine.standBy();
                return false;
            }));
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            for (Follower thread : threads.reversed()) thread.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("the engines were not given time to stop");
        }
        threads.clear();
        engines.forEach(RailEngine::letGo);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
