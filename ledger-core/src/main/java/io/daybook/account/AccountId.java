package io.daybook.account;

import io.daybook.contractor.ContractorId;
import io.daybook.money.Currencies;
import java.util.Currency;

/** What we owe one contractor in one currency. */
public record AccountId(String value) {
    private static final String PREFIX = "account-";
    private static final int TAIL = "-USD".length();

    public AccountId {
        int keyEnd = value.length() - TAIL;
        if (!value.startsWith(PREFIX) || keyEnd <= PREFIX.length() || value.charAt(keyEnd) != '-')
            throw new IllegalArgumentException("not an account's id");
    }

    public static AccountId of(ContractorId contractor, Currency currency) {
        return new AccountId(PREFIX + contractor.key() + "-" + currency.getCurrencyCode());
    }

    public ContractorId contractor() {
        return ContractorId.ofKey(value.substring(PREFIX.length(), value.length() - TAIL));
    }

    public Currency currency() {
        return Currencies.of(value.substring(value.length() - TAIL + 1));
    }
}
