package io.daybook.journal;

import io.daybook.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one fact does to the books. There is none that does not balance.
 * Errors: {@link Unbalanced} unless debits equal credits in each currency; IllegalArgumentException for a line of zero.
 */
public record JournalEntry(List<JournalLine> lines) {
    public JournalEntry {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) throw new IllegalArgumentException("a journal entry has lines");
        if (lines.stream().anyMatch(line -> line.amount().isZero()))
            throw new IllegalArgumentException("a journal line moves something");
        Map<Currency, Long> sums = lines.stream()
                .map(JournalLine::amount)
                .collect(Collectors.groupingBy(Money::currency, Collectors.reducing(0L, Money::minor, Math::addExact)));
        sums.values().removeIf(sum -> sum == 0);
        if (!sums.isEmpty()) throw new Unbalanced("debits exceed credits by " + sums);
    }

    public static JournalEntry of(JournalLine... lines) {
        return new JournalEntry(List.of(lines));
    }

    /** A bug, never a rule's answer: somebody tried to write an entry whose sides differ. */
    public static final class Unbalanced extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Unbalanced(String message) {
            super(message);
        }
    }
}
