package io.daybook.api.seal;

import io.daybook.api.eventlog.HeadWatch;
import io.daybook.audit.EventLeaf;
import io.daybook.audit.TreeHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log and seals it, on the one node that has the lease. No command waits for it: it reads what was committed.
 * Whatever goes wrong, it lets go, and whoever goes on computes the tree anew.
 */
final class Sealer {
    private static final int EVENTS_AT_ONCE = 5_000;
    /** Under load many events lie under one checkpoint: each is some forced writes on what may be the log's own disk. */
    private static final long BETWEEN_CHECKPOINTS_NANOS = TimeUnit.MILLISECONDS.toNanos(800);
    /** Half of what is promised. */
    private static final long BETWEEN_CONFIRMATIONS_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final int TILES_SWEPT_IN_REST = 64;
    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final EventLeafTable log;
    private final SealTable seal;
    private final SealLeaseTable lease;
    private final TakeOver takeOver;
    private final Anchoring anchoring;
    private final Sweep sweep;
    private final LongSupplier nanoTime;
    private final HeadWatch sealed = new HeadWatch();
    private @Nullable Standing standing;
    private volatile @Nullable String trouble;
    private long pauseNanos;
    private long pausedAt;
    private long anchoredSize;
    private long anchoredAt;

    Sealer(
            EventLeafTable log,
            SealTable seal,
            SealLeaseTable lease,
            TakeOver takeOver,
            Anchoring anchoring,
            Sweep sweep,
            LongSupplier nanoTime) {
        this.log = log;
        this.seal = seal;
        this.lease = lease;
        this.takeOver = takeOver;
        this.anchoring = anchoring;
        this.sweep = sweep;
        this.nanoTime = nanoTime;
    }

    /** One bounded piece of work; answers whether there is more at once. Errors: {@link SealRefused} until a person has looked. */
    boolean step() {
        if (pauseNanos > 0 && nanoTime.getAsLong() - pausedAt < pauseNanos) return false;
        try {
            if (!lease.keep()) {
                standing = null;
                if (lease.isWithOthers()) trouble = null;
                return false;
            }
            return seal(standing == null ? begin() : standing);
        } catch (RuntimeException e) {
            standing = null;
            trouble = String.valueOf(e.getMessage());
            pauseNanos = Math.clamp(2 * pauseNanos, SHORTEST_PAUSE_NANOS, LONGEST_PAUSE_NANOS);
            pausedAt = nanoTime.getAsLong();
            lease.letGo();
            throw e;
        }
    }

    /** How far this node has sealed and laid down. */
    HeadWatch sealed() {
        return sealed;
    }

    /** What stops it; empty while it seals, or another node does. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    void letGo() {
        if (lease.isHeld()) lease.letGo();
    }

    private Standing begin() {
        anchoredSize = -1;
        return takeOver.by(lease);
    }

    private boolean seal(Standing from) {
        standing = from;
        long since = nanoTime.getAsLong() - anchoredAt;
        boolean isFirst = anchoredSize < 0;
        boolean isBehind = from.tree().size() > anchoredSize;
        if (!isFirst && !isBehind && since < BETWEEN_CHECKPOINTS_NANOS) return false;
        List<EventLeaf> events = log.after(from.position(), EVENTS_AT_ONCE);
        Standing now = events.isEmpty() ? from : extended(from, events);
        standing = now;
        boolean isMore = events.size() == EVENTS_AT_ONCE;
        // However long the log runs ahead, what is sealed is laid down in between: money waits for it.
        if (isMore && !isFirst && since < BETWEEN_CHECKPOINTS_NANOS) return true;
        if (isFirst || now.tree().size() > anchoredSize) anchor(now, 1);
        else if (since >= BETWEEN_CONFIRMATIONS_NANOS) anchor(takeOver.withKeys(now, lease), TILES_SWEPT_IN_REST);
        return isMore;
    }

    private void anchor(Standing now, int tilesSwept) {
        sweep.next(now.tree().size(), tilesSwept);
        anchoring.upTo(now, lease);
        standing = now;
        anchoredSize = now.tree().size();
        anchoredAt = nanoTime.getAsLong();
        trouble = null;
        pauseNanos = 0;
        sealed.moved(now.position());
    }

    private Standing extended(Standing from, List<EventLeaf> events) {
        GrowingTree tree = from.tree().copy();
        List<Leaf> leaves = new ArrayList<>(events.size());
        List<Node> nodes = new ArrayList<>();
        for (EventLeaf event : events) {
            TreeHash hash = event.hash();
            leaves.add(new Leaf(tree.size(), event.position(), event.eventId(), hash));
            nodes.addAll(tree.add(hash));
        }
        seal.extend(lease.ticket(), leaves, nodes);
        return from.with(tree, events.getLast().position());
    }
}
