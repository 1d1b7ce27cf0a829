package io.daybook.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An amount of one currency.
 * Units: minor units as ISO 4217 counts them (JPY 0 decimals, USD 2, KWD 3); a rail's own exponents stay in its adapter.
 * Errors: ArithmeticException beyond the range of a long, IllegalArgumentException when currencies mix.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
    public static Money of(long minor, String currency) {
        return new Money(minor, Currencies.of(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** This, or zero where it is below zero. */
    public Money floorZero() {
        return minor < 0 ? zero(currency) : this;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /**
     * Splits this amount by whole weights.
     * Shape: n weights in, n shares out, same order. Units: minor units of {@link #currency}.
     * Invariant: the shares sum to this. Errors: IllegalArgumentException for a negative amount or weight, or if the weights sum to 0.
     * Source: largest-remainder method, ties to the first.
     */
    public List<Money> allocate(List<Long> weights) {
        long whole = weights.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        if (minor < 0 || whole <= 0 || weights.stream().anyMatch(weight -> weight < 0))
            throw new IllegalArgumentException(
                    "an allocation needs an amount and weights that are not negative, and one weight above 0");
        List<BigDecimal[]> parts = weights.stream()
                .map(weight -> BigDecimal.valueOf(minor)
                        .multiply(BigDecimal.valueOf(weight))
                        .divideAndRemainder(BigDecimal.valueOf(whole)))
                .toList();
        long[] shares =
                parts.stream().mapToLong(part -> part[0].longValueExact()).toArray();
        long left = minor
                - IntStream.range(0, shares.length).mapToLong(i -> shares[i]).sum();
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> parts.get(i)[1]).reversed())
                .limit(left)
                .forEach(i -> shares[i]++);
        List<Money> result = new ArrayList<>();
        for (long share : shares) result.add(new Money(share, currency));
        return List.copyOf(result);
    }

    /** In major units with the currency's own decimals, as people write it: {@code 1234.50}. */
    public String toMajor() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }

    /**
     * Reads major units ({@code 45.00}) exactly.
     * Errors: ArithmeticException if it has more decimals than the currency or does not fit; NumberFormatException if it is no number.
     */
    public static Money ofMajor(String major, Currency currency) {
        return new Money(
                new BigDecimal(major)
                        .movePointRight(currency.getDefaultFractionDigits())
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .longValueExact(),
                currency);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency))
            throw new IllegalArgumentException("cannot mix " + currency + " with " + other.currency);
        return other;
    }
}
