package io.daybook.api.drill;

import io.daybook.rail.simulator.SignedWebhook;
import io.daybook.rail.simulator.SimulatedProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Carries the provider's webhooks to whichever node, and some that nobody signed, which no node may take. */
final class Postman implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int AT_A_TIME = 16;
    private static final int FORGED_OF_HUNDRED = 4;

    private final SimulatedProvider provider;
    private final List<URI> nodes;
    private final long seed;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore hands = new Semaphore(AT_A_TIME);
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong forged = new AtomicLong();
    private final AtomicLong believed = new AtomicLong();

    Postman(SimulatedProvider provider, List<URI> nodes, long seed) {
        this.provider = provider;
        this.nodes = nodes;
        this.seed = seed;
        threads.execute(this::walk);
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
                for (SignedWebhook webhook : provider.takeWebhooks(AT_A_TIME)) {
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
            URI to = nodes.get(random.nextInt(nodes.size())).resolve("/api/v1/webhooks/stripe");
            if (random.nextInt(100) < FORGED_OF_HUNDRED) forge(to, webhook);
            if (isTaken(to, webhook.signature(), webhook)) taken.incrementAndGet();
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
        if (isTaken(to, signature, webhook)) believed.incrementAndGet();
    }

    private boolean isTaken(URI to, String signature, SignedWebhook webhook) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(webhook.body()))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 300;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
