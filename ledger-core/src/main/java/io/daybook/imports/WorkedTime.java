package io.daybook.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration as tools print it. Units: whole seconds, fractions of one rounded half-even.
 * What was not printed matters when it is compared: {@code 0:20} may stand for 20 minutes and 40 seconds.
 *
 * @param seconds what counts
 * @param early how much shorter the time before it was printed may have been
 * @param late how much longer
 */
record WorkedTime(long seconds, Duration early, Duration late) {
    private static final Pattern CLOCK = Pattern.compile("([+-]?)(\\d{1,9}):([0-5]\\d)(?::([0-5]\\d)([.,]\\d{1,9})?)?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d{1,12}(?:[.,]\\d{0,18})?|[.,]\\d{1,18})");
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal HALF_HOUR = BigDecimal.valueOf(1800);
    /** Tools print two decimals and some programs drop their zeros. */
    private static final int USUAL_DECIMALS = 2;

    /** {@code 7:30:00}, {@code 7:30} or {@code 7.5} hours. Errors: Refusal with {@code bad-duration}. */
    static WorkedTime of(String column, String text) {
        Matcher clock = CLOCK.matcher(text);
        return clock.matches() ? ofClock(clock) : ofHours(number(column, text));
    }

    /** A whole number of seconds. Errors: Refusal with {@code bad-duration}. */
    static WorkedTime ofSeconds(String column, String text) {
        return exactly(whole(number(column, text)));
    }

    /** Errors: Refusal with {@code bad-duration} unless the decimal hours, as printed, are a rounding of this. */
    void mustAgree(String column, String decimalHours) {
        BigDecimal printed = number(column, decimalHours);
        BigDecimal inSeconds = printed.multiply(HOUR);
        BigDecimal half = HALF_HOUR.movePointLeft(printed.scale());
        BigDecimal least = BigDecimal.valueOf(seconds - early.toSeconds()).subtract(half);
        BigDecimal most = BigDecimal.valueOf(seconds + late.toSeconds()).add(half);
        if (inSeconds.compareTo(least) < 0 || inSeconds.compareTo(most) > 0)
            throw new Refusal(column, "bad-duration", "The hours are not a rounding of the duration beside them.");
    }

    private static WorkedTime ofClock(Matcher m) {
        BigDecimal sum = BigDecimal.valueOf(Long.parseLong(m.group(2)) * 3600 + Long.parseLong(m.group(3)) * 60);
        if (m.group(4) != null) sum = sum.add(new BigDecimal(m.group(4)));
        if (m.group(5) != null) sum = sum.add(decimal("0" + m.group(5)));
        long seconds = whole("-".equals(m.group(1)) ? sum.negate() : sum);
        if (m.group(4) != null) return exactly(seconds);
        return new WorkedTime(seconds, Duration.ofSeconds(30), Duration.ofSeconds(59));
    }

    private static WorkedTime ofHours(BigDecimal hours) {
        Duration half = Duration.ofMillis(HALF_HOUR
                .movePointLeft(Math.max(hours.scale(), USUAL_DECIMALS) - 3)
                .setScale(0, RoundingMode.UP)
                .longValueExact());
        return new WorkedTime(whole(hours.multiply(HOUR)), half, half);
    }

    private static WorkedTime exactly(long seconds) {
        return new WorkedTime(seconds, Duration.ZERO, Duration.ZERO);
    }

    private static BigDecimal number(String column, String text) {
        if (!NUMBER.matcher(text).matches())
            throw new Refusal(column, "bad-duration", "A duration is written as h:mm:ss, h:mm or a decimal number.");
        return decimal(text);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    private static long whole(BigDecimal seconds) {
        return seconds.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }
}
