package io.daybook.shell;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;

/** Finds a time in rows whose times rise with their numbers, by halving: some twenty looks among millions, and no index of its own. */
public final class RisingTimes {
    private RisingTimes() {}

    public record Place(long number, Instant at) {}

    /**
     * The first number that can be of {@code time} or later; one more than {@code last} where there is none.
     *
     * @param next the row with that number or the next one
     */
    public static long firstAt(Instant time, long last, LongFunction<Optional<Place>> next) {
        long low = 1;
        long high = last + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            Place place = next.apply(middle).orElse(null);
            if (place == null || !place.at.isBefore(time)) high = middle;
            else low = place.number + 1;
        }
        return low;
    }
}
