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
 * @param unhurriedPace the same, for looks that nobody waits for
 * @param looksAtOnce connected accounts that are listed together
 */
public record StripeSettings(
        String apiKey,
        String apiBase,
        String webhookSecrets,
        Duration connectTimeout,
        Duration readTimeout,
        Consumer<String> pace,
        Consumer<String> unhurriedPace,
        int looksAtOnce) {
    private static final int LOOKS_AT_ONCE = 8;

    public static final String API_BASE = "https://api.stripe.com";

    public StripeSettings {
        if (apiKey.isBlank()) throw new IllegalArgumentException("the Stripe rail needs an API key");
        if (webhookSecrets.isBlank()) throw new IllegalArgumentException("the Stripe rail needs a webhook secret");
    }

    /** Five seconds to connect, twenty to read, eight accounts together, and no pace of its own. */
    public static StripeSettings of(String apiKey, String apiBase, String webhookSecrets) {
        return new StripeSettings(
                apiKey,
                apiBase,
                webhookSecrets,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                endpoint -> {},
                endpoint -> {},
                LOOKS_AT_ONCE);
    }

    public StripeSettings withTimeouts(Duration connect, Duration read) {
        return new StripeSettings(apiKey, apiBase, webhookSecrets, connect, read, pace, unhurriedPace, looksAtOnce);
    }

    public StripeSettings paced(Consumer<String> other) {
        return new StripeSettings(
                apiKey, apiBase, webhookSecrets, connectTimeout, readTimeout, other, unhurriedPace, looksAtOnce);
    }

    public StripeSettings unhurriedAt(Consumer<String> other) {
        return new StripeSettings(
                apiKey, apiBase, webhookSecrets, connectTimeout, readTimeout, pace, other, looksAtOnce);
    }

    public StripeSettings lookingAtOnce(int other) {
        return new StripeSettings(
                apiKey, apiBase, webhookSecrets, connectTimeout, readTimeout, pace, unhurriedPace, other);
    }

    @Override
    public String toString() {
        return "StripeSettings[apiBase=" + apiBase + "]";
    }
}
