package io.daybook.imports;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day as printed, on a 24- or a 12-hour clock.
 *
 * @param hidden how much later the true time may be: seconds that were not printed, else nothing
 */
record WallTime(LocalTime time, Duration hidden) {
    private static final Pattern SHAPE =
            Pattern.compile("(\\d{1,2}):([0-5]\\d)(?::([0-5]\\d)(?:[.,](\\d{1,9}))?)? ?(?:([AaPp])\\.?[Mm]\\.?)?");
    private static final int NOON = 12;
    private static final int NANO_DIGITS = 9;

    static Optional<WallTime> of(String text) {
        Matcher m = SHAPE.matcher(text);
        if (!m.matches()) return Optional.empty();
        int hour = hour(Integer.parseInt(m.group(1)), m.group(5));
        if (hour < 0 || hour > 23) return Optional.empty();
        int second = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        LocalTime time = LocalTime.of(hour, Integer.parseInt(m.group(2)), second, nanos(m.group(4)));
        return Optional.of(new WallTime(time, m.group(3) == null ? Duration.ofSeconds(59) : Duration.ZERO));
    }

    private static int hour(int printed, @Nullable String half) {
        if (half == null) return printed;
        if (printed < 1 || printed > NOON) return -1;
        return printed % NOON + ("p".equalsIgnoreCase(half) ? NOON : 0);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
    }
}
