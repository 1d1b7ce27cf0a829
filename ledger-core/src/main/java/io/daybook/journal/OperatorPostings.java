package io.daybook.journal;

import static io.daybook.journal.JournalLine.credit;
import static io.daybook.journal.JournalLine.debit;

import io.daybook.account.Flow;
import io.daybook.contractor.ContractorId;
import io.daybook.money.Money;

/** The operator's own money: funding, the way to a provider and back, fees, differences. Amounts are above zero. */
public final class OperatorPostings {
    private OperatorPostings() {}

    /** Money came to our bank from the operator; its opening balance too. */
    public static JournalEntry bankFunded(Money amount) {
        return move(debit(LedgerAccount.BANK, amount), credit(LedgerAccount.FUNDING, amount));
    }

    /** What a rail held when Daybook first met it. */
    public static JournalEntry railOpened(String rail, Money amount) {
        return move(debit(LedgerAccount.PROVIDER, amount).on(rail), credit(LedgerAccount.FUNDING, amount));
    }

    public static JournalEntry topUpSent(String rail, Money amount) {
        return move(debit(LedgerAccount.IN_TRANSFER, amount).on(rail), credit(LedgerAccount.BANK, amount));
    }

    public static JournalEntry topUpCredited(String rail, Money amount) {
        return move(
                debit(LedgerAccount.PROVIDER, amount).on(rail),
                credit(LedgerAccount.IN_TRANSFER, amount).on(rail));
    }

    public static JournalEntry topUpFailed(String rail, Money amount) {
        return move(
                debit(LedgerAccount.BANK, amount),
                credit(LedgerAccount.IN_TRANSFER, amount).on(rail));
    }

    public static JournalEntry withdrawn(String rail, Money amount) {
        return move(
                debit(LedgerAccount.IN_TRANSFER, amount).on(rail),
                credit(LedgerAccount.PROVIDER, amount).on(rail));
    }

    public static JournalEntry withdrawalArrived(String rail, Money amount) {
        return move(
                debit(LedgerAccount.BANK, amount),
                credit(LedgerAccount.IN_TRANSFER, amount).on(rail));
    }

    /** Only ever from a balance transaction, once for each of the provider's ids. */
    public static JournalEntry providerFee(String rail, Money amount) {
        return move(
                debit(LedgerAccount.PROVIDER_FEES, amount),
                credit(LedgerAccount.PROVIDER, amount).on(rail));
    }

    /** A fee taken from a contractor's connected account; it comes with a break. */
    public static JournalEntry connectedFee(ContractorId contractor, Flow flow, Money amount) {
        return move(
                debit(LedgerAccount.PROVIDER_FEES, amount),
                PayoutPostings.connected(credit(LedgerAccount.CONNECTED, amount).of(contractor), flow));
    }

    public static JournalEntry bankFee(Money amount) {
        return move(debit(LedgerAccount.BANK_FEES, amount), credit(LedgerAccount.BANK, amount));
    }

    /** A difference nobody can explain, written off with four eyes. @param line what the account gets, signed */
    public static JournalEntry reconciled(JournalLine line) {
        return move(line, credit(LedgerAccount.RECONCILING, line.amount()));
    }

    private static JournalEntry move(JournalLine... lines) {
        return JournalEntry.of(lines);
    }
}
