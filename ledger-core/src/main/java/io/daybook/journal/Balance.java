package io.daybook.journal;

import io.daybook.money.Money;
import java.util.Currency;

/**
 * What we owe one contractor in one currency, by where it lies.
 *
 * @param withheld kept back for others: 2050 and 2060
 * @param receivable what they owe us: 1100 and 1110
 */
public record Balance(
        Money available,
        Money pending,
        Money held,
        Money reserved,
        Money inFlight,
        Money inSuspense,
        Money withheld,
        Money receivable) {
    public static Balance zero(Currency currency) {
        Money zero = Money.zero(currency);
        return new Balance(zero, zero, zero, zero, zero, zero, zero, zero);
    }

    public Currency currency() {
        return available.currency();
    }

    /** What is theirs in the end, payouts on their way included; what is withheld is not. */
    public Money net() {
        return available
                .plus(pending)
                .plus(held)
                .plus(reserved)
                .plus(inFlight)
                .plus(inSuspense)
                .minus(receivable);
    }
}
