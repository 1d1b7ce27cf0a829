package io.daybook.rail;

import io.daybook.money.Money;

/**
 * What a rail carries in one currency.
 *
 * @param quantum the smallest step: amounts are whole multiples of it
 * @param minimum the least it pays out
 */
public record RailTerms(Money quantum, Money minimum) {
    /** The greatest amount this rail can carry that is not above {@code amount}. */
    public Money roundDown(Money amount) {
        return new Money(amount.minor() - Math.floorMod(amount.minor(), quantum.minor()), amount.currency());
    }
}
