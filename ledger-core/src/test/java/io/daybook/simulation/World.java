package io.daybook.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The one clock, the one thread and whose move it is. Every call over a port passes {@link #step}: there time goes on, a
 * node may die or freeze, and others may act while it waits.
 */
final class World {
    static final Instant BEGINNING = Instant.parse("2026-05-04T08:00:00Z");
    private static final int DEEPEST = 3;
    private static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    final Chance chance;
    final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private final List<Doer> actors = new ArrayList<>();
    private final List<Doer> acting = new ArrayList<>();
    private long now;
    private boolean calm = true;
    /** Until when all that acts inside a call must have let it go on. */
    private long latest = Long.MAX_VALUE;

    World(long seed) {
        this.chance = new Chance(seed);
        for (Fault fault : Fault.values()) if (chance.oneIn(2)) faults.add(fault);
    }

    void add(Doer actor) {
        actors.add(actor);
    }

    long now() {
        return now;
    }

    Instant instant() {
        return BEGINNING.plusMillis(now);
    }

    void storm() {
        calm = false;
    }

    void calm() {
        calm = true;
    }

    boolean isCalm() {
        return calm;
    }

    /** Whether this goes wrong now: once in {@code n} times where the world has that fault and is not calm. */
    boolean happens(Fault fault, int n) {
        return !calm && faults.contains(fault) && chance.oneIn(n);
    }

    /** Readers may be behind, and no node's clock tells for how long: then a message may be done with too early. */
    boolean mayHideNews() {
        return faults.contains(Fault.STALE_READS)
                && (faults.contains(Fault.CLOCK_STEP) || faults.contains(Fault.CLOCK_SKEW));
    }

    /** A call that this node makes. @param longestFreeze in milliseconds */
    void step(Node node, long longestFreeze) {
        long before = latest;
        latest = Math.min(latest, now + longestFreeze);
        try {
            now += chance.below(8);
            node.heartbeat();
            if (calm) return;
            if (happens(Fault.CRASH, 250)) throw new SimulatedCrash(node.name());
            if (acting.size() < DEEPEST && chance.oneIn(8)) nest(now + SECOND);
            if (acting.size() < DEEPEST && happens(Fault.FREEZE, 200)) freeze(node, longestFreeze);
            node.heartbeat();
        } finally {
            latest = before;
        }
    }

    void step(Node node) {
        step(node, 30 * HOUR);
    }

    /** The node stands still, perhaps with its ticks, while all others go on. */
    private void freeze(Node node, long longest) {
        long usual = chance.oneIn(3) ? 3 * HOUR : 2 * MINUTE;
        long until = now + chance.between(5 * SECOND, Math.min(longest, chance.oneIn(6) ? 30 * HOUR : usual));
        until = Math.min(until, latest);
        long from = now;
        node.freeze();
        try {
            for (int rounds = 0; now < until && rounds < 60; rounds++) if (!nest(until)) break;
            now = Math.max(now, until);
        } finally {
            node.thaw(now - from);
        }
    }

    void pass(long millis) {
        now += Math.max(millis, 1);
    }

    /** Lets somebody act who is not in the middle of something; false when nobody wants to by then. */
    private boolean nest(long by) {
        return act(by);
    }

    /** One move of the world. */
    void move() {
        act(Long.MAX_VALUE - 1);
    }

    private boolean act(long by) {
        long first = Long.MAX_VALUE;
        for (Doer actor : actors) if (!acting.contains(actor)) first = Math.min(first, actor.dueAt());
        if (first > by) return false;
        now = Math.max(now, first);
        List<Doer> due = new ArrayList<>();
        for (Doer actor : actors) if (!acting.contains(actor) && actor.dueAt() <= now) due.add(actor);
        act(chance.of(due));
        return true;
    }

    private void act(Doer actor) {
        acting.add(actor);
        try {
            actor.round();
        } catch (SimulatedCrash crash) {
            if (!actor.name().equals(crash.getMessage())) throw crash;
            actor.startAgain();
        } catch (Unreachable e) {
            actor.startAgain();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            acting.removeLast();
        }
    }
}
