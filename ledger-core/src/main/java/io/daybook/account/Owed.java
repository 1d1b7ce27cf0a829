package io.daybook.account;

import io.daybook.money.Money;
import java.util.Currency;

/**
 * What the contractor owes us, and what we keep back from them for others.
 *
 * @param receivable 1100 @param advances 1110 @param tax 2050 @param deductions 2060
 */
record Owed(Money receivable, Money advances, Money tax, Money deductions) {
    static Owed nothing(Currency currency) {
        Money zero = Money.zero(currency);
        return new Owed(zero, zero, zero, zero);
    }

    Owed plusReceivable(Money amount) {
        return new Owed(receivable.plus(amount), advances, tax, deductions);
    }

    Owed plusAdvances(Money amount) {
        return new Owed(receivable, advances.plus(amount), tax, deductions);
    }

    Owed plusWithheld(Withheld kind, Money amount) {
        return switch (kind) {
            case TAX -> new Owed(receivable, advances, tax.plus(amount), deductions);
            case DEDUCTION -> new Owed(receivable, advances, tax, deductions.plus(amount));
        };
    }

    Money withheld(Withheld kind) {
        return switch (kind) {
            case TAX -> tax;
            case DEDUCTION -> deductions;
        };
    }
}
