package io.daybook.simulation;

import io.daybook.payout.engine.Ticks;
import java.time.Instant;
import java.time.InstantSource;

/** A process with a clock of its own, which may be wrong, and ticks that may stand still while it is frozen. */
final class Node implements InstantSource, Ticks {
    private static final long HEARTBEAT = 2_000;

    private final String name;
    private final World world;
    private long skew;
    private long ticksLost;
    private long lastBeat = Long.MIN_VALUE / 2;
    private int freezes;
    private Runnable beat = () -> {};
    private String process = "";

    Node(String name, World world) {
        this.name = name;
        this.world = world;
        if (world.faults.contains(Fault.CLOCK_SKEW)) stepClock();
    }

    String name() {
        return name;
    }

    void runs(String newProcess) {
        process = newProcess;
    }

    /** From one start to the next crash. */
    String process() {
        return process;
    }

    void beats(Runnable with) {
        beat = with;
        lastBeat = world.now();
    }

    void stepClock() {
        skew = world.chance.between(-10 * World.MINUTE, 10 * World.MINUTE);
    }

    @Override
    public Instant instant() {
        return world.instant().plusMillis(skew);
    }

    /** In milliseconds. */
    long ticks() {
        return world.now() - ticksLost;
    }

    @Override
    public long nanoTime() {
        return ticks() * 1_000_000;
    }

    @Override
    public void pass(long nanos) {
        world.pass(nanos / 1_000_000 + 1);
    }

    void heartbeat() {
        if (freezes > 0 || world.now() - lastBeat < HEARTBEAT) return;
        lastBeat = world.now();
        beat.run();
    }

    void freeze() {
        freezes++;
    }

    void thaw(long millis) {
        freezes--;
        if (world.chance.oneIn(2)) ticksLost += millis;
        if (world.happens(Fault.CLOCK_STEP, 2)) stepClock();
        if (world.chance.oneIn(2)) lastBeat = world.now();
    }
}
