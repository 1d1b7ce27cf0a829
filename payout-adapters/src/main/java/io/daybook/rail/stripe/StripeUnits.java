package io.daybook.rail.stripe;

import io.daybook.money.Currencies;
import io.daybook.money.Money;
import io.daybook.rail.RailTerms;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Stripe's minor units beside those of ISO 4217. Most agree; some currencies have other decimals at Stripe, or can be
 * paid out in coarser steps only. Source: docs.stripe.com/currencies.
 */
final class StripeUnits {
    private static final Set<String> NO_DECIMALS = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");
    /** Written with two decimals that are always 00, although ISO knows none. */
    private static final Set<String> TWO_EMPTY_DECIMALS = Set.of("ISK", "UGX");
    /** Charged in hundredths, paid out in whole units. */
    private static final Set<String> WHOLE_UNITS = Set.of("HUF", "TWD");
    /** The last digit must be 0. */
    private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");
    /** Where Stripe asks for no minimum; elsewhere it is mostly one unit of the currency, and never less. */
    private static final Set<String> NO_MINIMUM = Set.of("USD", "AUD", "CAD");

    private StripeUnits() {}

    static Optional<RailTerms> terms(Currency currency) {
        return decimals(currency).map(decimals -> {
            long quantum = quantum(currency, decimals);
            long unit = powerOfTen(currency.getDefaultFractionDigits());
            long minimum = NO_MINIMUM.contains(currency.getCurrencyCode()) ? quantum : Math.max(unit, quantum);
            return new RailTerms(new Money(quantum, currency), new Money(minimum, currency));
        });
    }

    /** Errors: ArithmeticException when Stripe has no such amount. */
    static long toStripe(Money amount) {
        return moved(amount.minor(), shift(amount.currency()));
    }

    /** Errors: ArithmeticException when we have no such amount; IllegalArgumentException for no currency. */
    static Money fromStripe(long amount, String code) {
        Currency currency = Currencies.of(code.toUpperCase(Locale.ROOT));
        return new Money(moved(amount, -shift(currency)), currency);
    }

    static String code(Currency currency) {
        return currency.getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    /** Stripe's decimals; empty where it publishes none, since a guess could be wrong by a factor of a thousand. */
    private static Optional<Integer> decimals(Currency currency) {
        String code = currency.getCurrencyCode();
        if (NO_DECIMALS.contains(code)) return Optional.of(0);
        if (THREE_DECIMALS.contains(code)) return Optional.of(3);
        if (TWO_EMPTY_DECIMALS.contains(code)) return Optional.of(2);
        return currency.getDefaultFractionDigits() == 2 ? Optional.of(2) : Optional.empty();
    }

    private static long quantum(Currency currency, int decimals) {
        if (WHOLE_UNITS.contains(currency.getCurrencyCode())) return 100;
        return decimals == 3 ? 10 : powerOfTen(Math.max(0, currency.getDefaultFractionDigits() - decimals));
    }

    /** The same amount with so many more decimals, never rounded. */
    private static long moved(long amount, int decimals) {
        if (decimals >= 0) return Math.multiplyExact(amount, powerOfTen(decimals));
        long coarser = powerOfTen(-decimals);
        if (amount % coarser != 0) throw new ArithmeticException("no whole amount in these units");
        return amount / coarser;
    }

    private static int shift(Currency currency) {
        int decimals = decimals(currency)
                .orElseThrow(() -> new ArithmeticException("Stripe carries no " + currency.getCurrencyCode()));
        return decimals - currency.getDefaultFractionDigits();
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) power *= 10;
        return power;
    }
}
