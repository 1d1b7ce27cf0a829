package io.daybook.rail.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries due webhooks to the platform by HTTP, in order, and gives back what it does not take. */
final class Courier implements AutoCloseable {
    private static final int ROUND = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SimulatedProvider provider;
    private final WireObserver observer;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile @Nullable URI target;

    Courier(SimulatedProvider provider, WireObserver observer) {
        this.provider = provider;
        this.observer = observer;
    }

    void deliverTo(String url) {
        target = URI.create(url);
    }

    /** Sends all that is due, one after another; without a target nothing is taken. */
    synchronized void deliver() {
        URI to = target;
        if (to == null) return;
        for (List<SignedWebhook> round = provider.takeWebhooks(ROUND);
                !round.isEmpty();
                round = provider.takeWebhooks(ROUND)) {
            for (SignedWebhook webhook : round) if (!taken(webhook, to)) provider.giveBack(webhook);
        }
    }

    private boolean taken(SignedWebhook webhook, URI to) {
        observer.sent(webhook);
        HttpRequest request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", webhook.signature())
                .POST(HttpRequest.BodyPublishers.ofByteArray(webhook.body()))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 300;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
