package io.daybook.api.seal;

import io.daybook.payout.engine.SealedLog.Anchored;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the sealing fares, for health, meters and alerts.
 *
 * @param trouble what stops this node's sealer; empty where it has none
 * @param disk where the anchor folder is
 * @param beganNanos when this node began, by {@link System#nanoTime}: it has a minute to seal for the first time
 */
record SealWatch(CheckpointTable checkpoints, Supplier<Optional<String>> trouble, AnchorDisk disk, long beganNanos) {
    Optional<Anchored> newest() {
        return checkpoints.newest();
    }

    /** Why money waits; empty while it need not. */
    Optional<String> alarm() {
        Optional<String> stopped = trouble.get();
        if (stopped.isPresent()) return stopped;
        boolean justBegan = System.nanoTime() - beganNanos < Anchored.YOUNG.toNanos();
        return justBegan || newest().filter(Anchored::isYoung).isPresent()
                ? Optional.empty()
                : Optional.of("no checkpoint was laid down or confirmed for a minute");
    }
}
