package io.daybook.rail.simulator;

import java.util.Optional;

/** Sees everything that goes over the wire of a {@link SimulatorServer}, before the caller gets its answer. */
public interface WireObserver {
    /** Looks away. */
    WireObserver NONE = exchange -> {};

    void exchanged(Exchange exchange);

    default void sent(SignedWebhook webhook) {}

    /**
     * One request and what the provider answered to it, even if the answer was spoilt or lost on the way.
     *
     * @param query as written in the URL, not decoded; empty if there is none
     * @param form the body as it came, not decoded; empty if there is none
     * @param account of the {@code Stripe-Account} header
     */
    record Exchange(
            String method, String path, String query, String form, Optional<String> account, int status, String body) {}
}
