package io.daybook.funding;

import io.daybook.money.Currencies;
import java.util.Currency;

/** What we have on one rail in one currency. */
public record FundingPoolId(String value) {
    /** How the streams of all pools begin. */
    public static final String PREFIX = "funding-";

    private static final int TAIL = "-USD".length();

    public FundingPoolId {
        int railEnd = value.length() - TAIL;
        if (!value.startsWith(PREFIX) || railEnd <= PREFIX.length() || value.charAt(railEnd) != '-')
            throw new IllegalArgumentException("not a funding pool's id");
    }

    public static FundingPoolId of(String rail, Currency currency) {
        return new FundingPoolId(PREFIX + rail + "-" + currency.getCurrencyCode());
    }

    public String rail() {
        return value.substring(PREFIX.length(), value.length() - TAIL);
    }

    public Currency currency() {
        return Currencies.of(value.substring(value.length() - TAIL + 1));
    }
}
