package io.daybook.account;

import io.daybook.journal.JournalEntry;
import io.daybook.journal.JournalLine;
import io.daybook.journal.LedgerAccount;
import io.daybook.journal.LedgerAccount.Side;
import io.daybook.journal.Postings;
import io.daybook.money.Money;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The books of one account, kept from its facts alone: the account's own state and rules are checked against them. */
final class Books {
    private final Map<LedgerAccount, Long> balances;
    private final Map<String, Long> places;
    private final EntryParts parts;
    private final Settlements settlements;
    private final TwoPeople people;
    private Identity identity;

    Books() {
        this(
                new EnumMap<>(LedgerAccount.class),
                new HashMap<>(),
                new EntryParts(),
                new Settlements(),
                new TwoPeople(),
                Identity.ZERO);
    }

    private Books(
            Map<LedgerAccount, Long> balances,
            Map<String, Long> places,
            EntryParts parts,
            Settlements settlements,
            TwoPeople people,
            Identity identity) {
        this.balances = balances;
        this.places = places;
        this.parts = parts;
        this.settlements = settlements;
        this.people = people;
        this.identity = identity;
    }

    Books copy() {
        return new Books(
                new EnumMap<>(balances),
                new HashMap<>(places),
                parts.copy(),
                settlements.copy(),
                people.copy(),
                identity);
    }

    void add(AccountEvent fact) {
        Postings.of(fact).map(JournalEntry::lines).orElse(List.of()).forEach(this::add);
        parts.add(fact);
        settlements.add(fact);
        people.add(fact);
        identity = identity.plus(fact);
    }

    private void add(JournalLine line) {
        balances.merge(line.account(), line.amount().minor(), Long::sum);
        if (line.place() != null) places.merge(line.place(), line.amount().minor(), Long::sum);
    }

    /** On the account's normal side. */
    long balance(int account) {
        LedgerAccount which = LedgerAccount.of(account);
        long debit = balances.getOrDefault(which, 0L);
        return which.side() == Side.DEBIT ? debit : -debit;
    }

    /** What breaks an invariant, in words; empty while all hold. */
    List<String> wrong(AccountState s) {
        List<String> wrong = new ArrayList<>();
        long sum = balances.values().stream().mapToLong(Long::longValue).sum();
        if (sum != 0) wrong.add("the trial balance is off by " + sum);
        for (int account : List.of(1020, 1021, 1100, 1110, 2000, 2001, 2002, 2003, 2030, 2040, 2050, 2060))
            if (balance(account) < 0) wrong.add(account + " is negative: " + balance(account));
        if (balance(2000) > 0 && balance(1100) > 0) wrong.add("2000 and 1100 both stand");
        state(s).forEach((account, expected) -> {
            if (balance(account) != expected)
                wrong.add("%d is %d, the state says %d".formatted(account, balance(account), expected));
        });
        s.payouts().connected().forEach((place, there) -> {
            if (places.getOrDefault(place.index(), 0L) != there.balance().minor())
                wrong.add("1020 differs from the state");
        });
        wrong.addAll(parts.wrong());
        wrong.addAll(settlements.wrong());
        wrong.addAll(people.wrong());
        wrong.addAll(identity.wrong(this));
        return wrong;
    }

    /** What each balance must be, by where the account's state has its money. */
    private Map<Integer, Long> state(AccountState s) {
        List<Payout> all = settlements.ids().stream().map(s.payouts()::get).toList();
        Map<Integer, Long> expected = new HashMap<>();
        expected.put(2000, s.credits().available().minor());
        expected.put(
                2001, sum(s.credits().open().stream().map(OpenEntry::pending).toList()));
        expected.put(2002, sum(s.holds().stream().map(AmountHold::held).toList()));
        expected.put(2003, sum(all, status -> status == PayoutStatus.RESERVED || status.refused()));
        expected.put(2030, sum(all, PayoutStatus::inFlight));
        expected.put(1021, sum(all, status -> status == PayoutStatus.ACCEPTED || status == PayoutStatus.IN_TRANSIT));
        expected.put(
                2040,
                sum(s.payouts().suspended().values().stream()
                        .map(Payouts.Suspended::amount)
                        .toList()));
        expected.put(1100, s.owed().receivable().minor());
        expected.put(1110, s.owed().advances().minor());
        expected.put(2050, s.owed().tax().minor());
        expected.put(2060, s.owed().deductions().minor());
        return expected;
    }

    private static long sum(List<Payout> all, Predicate<PayoutStatus> which) {
        return sum(all.stream()
                .filter(p -> which.test(p.status()))
                .map(Payout::amount)
                .toList());
    }

    private static long sum(List<Money> amounts) {
        return amounts.stream().mapToLong(Money::minor).sum();
    }
}
