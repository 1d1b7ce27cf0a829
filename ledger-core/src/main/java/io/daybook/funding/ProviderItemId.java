package io.daybook.funding;

import io.daybook.kernel.Hash;

/** One line of a provider's own book, by the provider's own id: posted once for ever. */
public record ProviderItemId(String value) {
    /** How the streams of all items begin. */
    public static final String PREFIX = "item-";

    public ProviderItemId {
        if (!value.startsWith(PREFIX) || value.length() == PREFIX.length())
            throw new IllegalArgumentException("not a provider item's id");
    }

    public static ProviderItemId of(String rail, String providerId) {
        return new ProviderItemId(PREFIX + Hash.shortKey("provider-item", rail, providerId));
    }
}
