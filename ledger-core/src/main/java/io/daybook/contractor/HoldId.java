package io.daybook.contractor;

import io.daybook.kernel.Hash;

/** One hold on a contractor; several may stand at once. */
public record HoldId(String value) {
    private static final String PREFIX = "hold-";

    public HoldId {
        if (!value.startsWith(PREFIX) || value.length() == PREFIX.length())
            throw new IllegalArgumentException("not a hold's id");
    }

    /** The id that the same parts (a caller and their key, say) always lead to. */
    public static HoldId of(String... parts) {
        return new HoldId(PREFIX + Hash.shortKey(parts));
    }
}
