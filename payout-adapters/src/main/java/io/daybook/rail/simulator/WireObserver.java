package io.daybook.rail.simulator;

import java.util.Optional;

/** Sees everything that goes over the wire of a {@link SimulatorServer}, before the caller gets its answer. */
public interface WireObserver {
    /** Looks away. */
    WireObserver NONE = exchange -> {};

    void exchanged(Exchange exchange);

    default void sent(SignedWebhook webhook) {}

    /** Tells both, this one first. */
    default WireObserver and(WireObserver other) {
        return new WireObserver() {
            @Override
            public void exchanged(Exchange exchange) {
                WireObserver.this.exchanged(exchange);
                other.exchanged(exchange);
            }

            @Override
            public void sent(SignedWebhook webhook) {
                WireObserver.this.sent(webhook);
                other.sent(webhook);
            }
        };
    }

    /**
     * One request and what the provider answered to it, even if the answer was spoilt or lost on the way.
     *
     * @param query as written in the URL, not decoded; empty if there is none
     * @param form the body as it came, not decoded; empty if there is none
     * @param headers those that Stripe gives a meaning to
     */
    record Exchange(String method, String path, String query, String form, Headers headers, int status, String body) {}

    /** {@code Stripe-Account}, {@code Idempotency-Key} and {@code Stripe-Version}, where they were sent. */
    record Headers(Optional<String> account, Optional<String> key, Optional<String> version) {}
}
