package io.daybook.api.webhooks;

import io.daybook.kernel.Hash;

/** One place that messages are sent to. */
record EndpointId(String value) {
    private static final String PREFIX = "endpoint-";

    EndpointId {
        if (!value.startsWith(PREFIX) || value.length() == PREFIX.length())
            throw new IllegalArgumentException("not an endpoint's id");
    }

    /** @param request the key of the request that asks for it */
    static EndpointId of(String request) {
        return new EndpointId(PREFIX + Hash.shortKey("webhook-endpoint", request));
    }
}
