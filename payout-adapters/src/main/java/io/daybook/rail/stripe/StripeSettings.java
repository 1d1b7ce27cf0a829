package io.daybook.rail.stripe;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How Stripe is reached.
 *
 * @param apiBase {@code https://api.stripe.com}, or what stands in for it
 * @param webhookSecrets one or, separated by commas, several: a platform has one for its own events and one for those
 *     of its connected accounts
 * @param pace called with the endpoint ({@code POST /v1/transfers}) before each request; it may block to keep a rate
 */
public record StripeSettings(
        String apiKey,
        String apiBase,
        String webhookSecrets,
        Duration connectTimeout,
        Duration readTimeout,
        Consumer<String> pace) {
    public static final String API_BASE = "https://api.stripe.com";

    public StripeSettings {
        if (apiKey.isBlank()) throw new IllegalArgumentException("the Stripe rail needs an API key");
        if (webhookSecrets.isBlank()) throw new IllegalArgumentException("the Stripe rail needs a webhook secret");
    }

    /** Five seconds to connect, twenty to read, and no pace of its own. */
    public static StripeSettings of(String apiKey, String apiBase, String webhookSecrets) {
        return new StripeSettings(
                apiKey, apiBase, webhookSecrets, Duration.ofSeconds(5), Duration.ofSeconds(20), endpoint -> {});
    }

    public StripeSettings withTimeouts(Duration connect, Duration read) {
        return new StripeSettings(apiKey, apiBase, webhookSecrets, connect, read, pace);
    }

    public StripeSettings paced(Consumer<String> other) {
        return new StripeSettings(apiKey, apiBase, webhookSecrets, connectTimeout, readTimeout, other);
    }

    @Override
    public String toString() {
        return "StripeSettings[apiBase=" + apiBase + "]";
    }
}
