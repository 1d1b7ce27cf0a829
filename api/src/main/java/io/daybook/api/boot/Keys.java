package io.daybook.api.boot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a configured value must be, said with the key that holds it. */
final class Keys {
    private Keys() {}

    static void notNegative(String key, Duration value) {
        if (value.isNegative()) {
            throw new InvalidSetting(key, "must not be negative, and is " + value);
        }
    }

    static void notNegative(String key, long value) {
        if (value < 0) {
            throw new InvalidSetting(key, "must not be negative, and is " + value);
        }
    }

    static void positive(String key, @Nullable Long value) {
        if (value != null && value <= 0) {
            throw new InvalidSetting(key, "must be more than zero, and is " + value);
        }
    }
}
