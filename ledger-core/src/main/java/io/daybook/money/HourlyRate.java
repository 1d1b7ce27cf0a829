package io.daybook.money;

import java.math.BigInteger;

/** What an hour of work earns. Units: minor units of the currency for 3600 seconds. */
public record HourlyRate(Money perHour) {
    /** In minor units: with it a day of work, and the sum of many, is still an amount. */
    public static final long MOST = 999_999_999_999L;

    private static final BigInteger HOUR = BigInteger.valueOf(3600);

    public HourlyRate {
        if (!perHour.isPositive()) throw new IllegalArgumentException("an hourly rate is above zero");
    }

    /**
     * What {@code seconds} earn, rounded half-even to the minor unit.
     * Errors: IllegalArgumentException for negative seconds, ArithmeticException beyond the range of a long.
     */
    public Money earnedIn(long seconds) {
        if (seconds < 0) throw new IllegalArgumentException("worked time is not negative");
        BigInteger[] parts = BigInteger.valueOf(seconds)
                .multiply(BigInteger.valueOf(perHour.minor()))
                .divideAndRemainder(HOUR);
        int half = parts[1].shiftLeft(1).compareTo(HOUR);
        boolean up = half > 0 || half == 0 && parts[0].testBit(0);
        return new Money((up ? parts[0].add(BigInteger.ONE) : parts[0]).longValueExact(), perHour.currency());
    }
}
