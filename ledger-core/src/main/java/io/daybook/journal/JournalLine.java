package io.daybook.journal;

import io.daybook.contractor.ContractorId;
import io.daybook.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a journal entry.
 *
 * @param contractor whose sub-ledger it belongs to; null for the operator's own accounts
 * @param rail for the balances at a provider and the payouts on their way there; else null
 * @param place the blind index of the connected account, on 1020; else null
 * @param project what the time was worked for, on 5000; else null
 * @param amount signed: a debit is above zero
 */
public record JournalLine(
        LedgerAccount account,
        @Nullable ContractorId contractor,
        @Nullable String rail,
        @Nullable String place,
        @Nullable String project,
        Money amount) {
    public static JournalLine debit(LedgerAccount account, Money amount) {
        return new JournalLine(account, null, null, null, null, amount);
    }

    public static JournalLine credit(LedgerAccount account, Money amount) {
        return debit(account, amount.negated());
    }

    public JournalLine of(ContractorId whose) {
        return new JournalLine(account, whose, rail, place, project, amount);
    }

    public JournalLine on(String which) {
        return new JournalLine(account, contractor, which, place, project, amount);
    }

    JournalLine at(String connected) {
        return new JournalLine(account, contractor, rail, connected, project, amount);
    }

    JournalLine spentOn(@Nullable String what) {
        return new JournalLine(account, contractor, rail, place, what, amount);
    }
}
