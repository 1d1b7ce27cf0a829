package io.daybook.api.drill;

import io.daybook.rail.simulator.WireObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Freezes the node that sends a certain instruction, after the provider has carried it out and before it is answered, and from then
 * on keeps apart what this node sends and what the others do. Bytes that a node had written before it was frozen still arrive.
 */
final class FreezeInMidCall {
    private enum Phase {
        IDLE,
        LYING_IN_WAIT,
        FROZEN,
        AWAKE_AGAIN
    }

    /**
     * @param freeze stops the node of this number at once
     * @param inCharge the id of whoever has the right to send; empty before anybody had it
     */
    record Grip(IntConsumer freeze, Supplier<String> inCharge) {}

    private static final int PATIENCE_MINUTES = 10;

    private final CountDownLatch frozen = new CountDownLatch(1);
    private Grip grip = new Grip(node -> {}, () -> "");
    private Phase phase = Phase.IDLE;
    private int left;
    private int victim;
    private String idOfVictim = "";
    private int sentByOthers;
    private final List<String> sentOnWaking = new ArrayList<>();

    /** Of what this node, by its number, sends. */
    WireObserver of(int node) {
        return exchange -> {
            if (exchange.method().equals("POST"))
                sent(node, exchange.headers().key().orElse("no key"));
        };
    }

    /** The next but so many instructions; 1 is the next. */
    synchronized void lieInWait(int instructions, Grip with) {
        left = instructions;
        grip = with;
        phase = Phase.LYING_IN_WAIT;
    }

    private synchronized void sent(int node, String key) {
        switch (phase) {
            case IDLE -> {}
            case LYING_IN_WAIT -> {
                if (--left == 0) strike(node);
            }
            case FROZEN -> {
                if (node != victim) sentByOthers++;
            }
            case AWAKE_AGAIN -> {
                if (node != victim) sentByOthers++;
                else if (!grip.inCharge().get().equals(idOfVictim)) sentOnWaking.add(key);
            }
        }
    }

    private void strike(int node) {
        grip.freeze().accept(node);
        idOfVictim = grip.inCharge().get();
        victim = node;
        phase = Phase.FROZEN;
        frozen.countDown();
    }

    /** Answers the node's number, once it stands still. Errors: IllegalStateException after minutes. */
    int awaitFrozen() throws InterruptedException {
        if (!frozen.await(PATIENCE_MINUTES, TimeUnit.MINUTES))
            throw new IllegalStateException("the instruction that was waited for has not been sent");
        synchronized (this) {
            return victim;
        }
    }

    /** The node is about to go on. */
    synchronized void wakes() {
        phase = Phase.AWAKE_AGAIN;
    }

    /** Since it was frozen. */
    synchronized int sentByOthers() {
        return sentByOthers;
    }

    /** The keys of what it sent while another was in charge. */
    synchronized List<String> sentOnWaking() {
        return List.copyOf(sentOnWaking);
    }
}
