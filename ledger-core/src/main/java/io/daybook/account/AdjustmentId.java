package io.daybook.account;

import io.daybook.kernel.Hash;

/** One adjustment, advance, withholding or write-off, named by whoever asks for it. */
public record AdjustmentId(String value) {
    private static final String PREFIX = "adjustment-";

    public AdjustmentId {
        if (!value.startsWith(PREFIX) || value.length() == PREFIX.length())
            throw new IllegalArgumentException("not an adjustment's id");
    }

    /** The id that the same parts (a caller and their key, say) always lead to. */
    public static AdjustmentId of(String... parts) {
        return new AdjustmentId(PREFIX + Hash.shortKey(parts));
    }
}
