package io.daybook.explain;

import io.daybook.engagement.RateVersion;
import java.math.BigInteger;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How time became an amount: seconds × rate ÷ 3600, rounded half-even to the minor unit.
 *
 * @param workDate null for all time at this rate together
 * @param seconds of work; signed for all time at a rate together
 */
public record Worked(@Nullable LocalDate workDate, long seconds, RateVersion rate) {
    /** Seconds × rate in minor units, before it is divided by 3600 and rounded. */
    public BigInteger product() {
        return BigInteger.valueOf(seconds)
                .multiply(BigInteger.valueOf(rate.rate().perHour().minor()));
    }
}
