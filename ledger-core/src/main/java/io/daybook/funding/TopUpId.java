package io.daybook.funding;

import io.daybook.kernel.Hash;

/** Money on its way from our bank to a provider, named after the reference it is sent with. */
public record TopUpId(String value) {
    private static final String PREFIX = "topup-";

    public TopUpId {
        if (!value.startsWith(PREFIX) || value.length() == PREFIX.length())
            throw new IllegalArgumentException("not a top-up's id");
    }

    public static TopUpId of(String rail, String reference) {
        return new TopUpId(PREFIX + Hash.shortKey("top-up", rail, reference));
    }
}
