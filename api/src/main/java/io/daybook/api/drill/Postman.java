package io.daybook.api.drill;

import io.daybook.rail.simulator.SignedWebhook;
import io.daybook.rail.simulator.SimulatedProvider;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Carries the provider's webhooks to whichever node, and some that nobody signed, which no node may take. */
final class Postman implements AutoCloseable {
    private static final int AT_A_TIME = 16;
    private static final int FORGED_OF_HUNDRED = 4;

    private final SimulatedProvider provider;
    private final List<URI> nodes;
    private final long seed;
    private final Letterbox letterbox = new Letterbox();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore hands = new Semaphore(AT_A_TIME);
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong forged = new AtomicLong();
    private final AtomicLong believed = new AtomicLong();
    private volatile boolean resting;

    Postman(SimulatedProvider provider, List<URI> nodes, long seed) {
        this.provider = provider;
        this.nodes = nodes;
        this.seed = seed;
        threads.execute(this::walk);
    }

    /** Brings nothing until told to go on; what he has in his hands he brings. */
    void rest() {
        resting = true;
    }

    void goOn() {
        resting = false;
    }

    long taken() {
        return taken.get();
    }

    long forged() {
        return forged.get();
    }

    /** Forgeries that a node took for real. */
    long believed() {
        return believed.get();
    }

    private void walk() {
        try {
            while (!threads.isShutdown()) {
                for (SignedWebhook webhook : resting ? List.<SignedWebhook>of() : provider.takeWebhooks(AT_A_TIME)) {
                    hands.acquire();
                    threads.execute(() -> deliver(webhook));
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(SignedWebhook webhook) {
        try {
            SplittableRandom random =
                    new SplittableRandom(seed + webhook.eventId().hashCode() + webhook.tries());
            URI to = nodes.get(random.nextInt(nodes.size()));
            if (random.nextInt(100) < FORGED_OF_HUNDRED) forge(to, webhook);
            if (letterbox.takes(to, webhook.signature(), webhook.body())) taken.incrementAndGet();
            else provider.giveBack(webhook);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hands.release();
        }
    }

    private void forge(URI to, SignedWebhook webhook) throws InterruptedException {
        String signature = webhook.signature().replaceFirst("v1=.*", "v1=" + "0".repeat(64));
        forged.incrementAndGet();
        if (letterbox.takes(to, signature, webhook.body())) believed.incrementAndGet();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        letterbox.close();
    }
}
