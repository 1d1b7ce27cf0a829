package io.daybook.rail.simulator;

import java.util.Map;
import java.util.TreeMap;

/** The book of one account, the platform's or a connected one's: its balances, what moved them, and its payouts. */
final class Book {
    final String account;
    final Shelf<Thing.Line> lines = new Shelf<>();
    final Shelf<Thing.Payout> payouts = new Shelf<>();
    private final Map<String, Balance> balances = new TreeMap<>();

    record Balance(long available, long pending) {}

    Book(String account) {
        this.account = account;
    }

    Balance balance(String currency) {
        return balances.getOrDefault(currency, new Balance(0, 0));
    }

    Map<String, Balance> balances() {
        return Map.copyOf(balances);
    }

    void write(Thing.Line line) {
        lines.add(line);
        change(line.currency(), Math.subtractExact(line.amount(), line.fee()), 0);
    }

    void expect(String currency, long amount) {
        change(currency, 0, amount);
    }

    private void change(String currency, long available, long pending) {
        Balance old = balance(currency);
        balances.put(
                currency, new Balance(Math.addExact(old.available, available), Math.addExact(old.pending, pending)));
    }
}
