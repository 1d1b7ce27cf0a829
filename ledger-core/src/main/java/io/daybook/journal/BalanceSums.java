package io.daybook.journal;

import io.daybook.money.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sub-ledger sums as the balances people read. */
final class BalanceSums {
    private BalanceSums() {}

    /** @param amount signed: a debit is above zero */
    record Sum(LedgerAccount account, Money amount) {}

    /** One contractor's, in the order of currency codes. @param sums of an account there may be several */
    static List<Balance> of(List<Sum> sums) {
        Map<Currency, Map<LedgerAccount, Money>> byCurrency = sums.stream()
                .collect(Collectors.groupingBy(
                        sum -> sum.amount().currency(),
                        () -> new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode)),
                        Collectors.toMap(Sum::account, Sum::amount, Money::plus)));
        return byCurrency.entrySet().stream()
                .map(entry -> balance(Money.zero(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static Balance balance(Money zero, Map<LedgerAccount, Money> debits) {
        return new Balance(
                owed(LedgerAccount.AVAILABLE, debits, zero),
                owed(LedgerAccount.PENDING, debits, zero),
                owed(LedgerAccount.HELD, debits, zero),
                owed(LedgerAccount.RESERVED, debits, zero),
                owed(LedgerAccount.IN_FLIGHT, debits, zero),
                owed(LedgerAccount.SUSPENSE, debits, zero),
                owed(LedgerAccount.TAX, debits, zero).plus(owed(LedgerAccount.DEDUCTIONS, debits, zero)),
                debits.getOrDefault(LedgerAccount.CLAWBACK, zero)
                        .plus(debits.getOrDefault(LedgerAccount.ADVANCES, zero)));
    }

    private static Money owed(LedgerAccount account, Map<LedgerAccount, Money> debits, Money zero) {
        return debits.getOrDefault(account, zero).negated();
    }
}
