package io.daybook.journal;

import static io.daybook.journal.JournalLine.credit;
import static io.daybook.journal.JournalLine.debit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.account.Acct;
import io.daybook.account.Flow;
import io.daybook.journal.JournalEntry.Unbalanced;
import io.daybook.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalEntryTest {
    private static final Money TEN = Money.of(10, "USD");

    @Test
    void an_entry_that_does_not_balance_in_each_currency_cannot_be_made() {
        assertThatThrownBy(() -> JournalEntry.of(debit(LedgerAccount.BANK, TEN)))
                .isInstanceOf(Unbalanced.class);
        assertThatThrownBy(() -> JournalEntry.of(
                        debit(LedgerAccount.BANK, TEN), credit(LedgerAccount.FUNDING, Money.of(10, "EUR"))))
                .isInstanceOf(Unbalanced.class);
        assertThatThrownBy(() -> new JournalEntry(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JournalEntry.of(debit(LedgerAccount.BANK, Money.of(0, "USD"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_operators_own_money_goes_where_the_table_of_postings_says() {
        moves(OperatorPostings.bankFunded(TEN), 1000, 3000);
        moves(OperatorPostings.railOpened("stripe", TEN), 1010, 3000);
        moves(OperatorPostings.topUpSent("stripe", TEN), 1011, 1000);
        moves(OperatorPostings.topUpCredited("stripe", TEN), 1010, 1011);
        moves(OperatorPostings.topUpFailed("stripe", TEN), 1000, 1011);
        moves(OperatorPostings.withdrawn("stripe", TEN), 1011, 1010);
        moves(OperatorPostings.withdrawalArrived("stripe", TEN), 1000, 1011);
        moves(OperatorPostings.providerFee("stripe", TEN), 5100, 1010);
        Flow flow = new Flow(Acct.STRIPE, Acct.HOME.account().index());
        moves(OperatorPostings.connectedFee(Acct.ADA, flow, TEN), 5100, 1020);
        moves(OperatorPostings.bankFee(TEN), 5110, 1000);
        moves(OperatorPostings.reconciled(debit(LedgerAccount.BANK, TEN)), 1000, 5300);
        moves(OperatorPostings.reconciled(credit(LedgerAccount.BANK, TEN)), 5300, 1000);
    }

    private static void moves(JournalEntry entry, int debited, int credited) {
        int positive = entry.lines().stream()
                .filter(line -> line.amount().isPositive())
                .findFirst()
                .orElseThrow()
                .account()
                .number();
        int negative = entry.lines().stream()
                .filter(line -> line.amount().isNegative())
                .findFirst()
                .orElseThrow()
                .account()
                .number();
        assertThat(entry.lines()).hasSize(2);
        assertThat(positive).isEqualTo(debited);
        assertThat(negative).isEqualTo(credited);
    }
}
