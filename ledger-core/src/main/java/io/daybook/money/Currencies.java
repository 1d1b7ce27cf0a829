package io.daybook.money;

import java.util.Currency;
import java.util.Optional;

/** The ISO 4217 currencies that money can be kept in: those with minor units (no gold, no test codes). */
public final class Currencies {
    private Currencies() {}

    /** Errors: IllegalArgumentException when the code is none of them. */
    public static Currency of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("unsupported currency"));
    }

    public static Optional<Currency> find(String code) {
        try {
            return Optional.of(Currency.getInstance(code)).filter(currency -> currency.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
