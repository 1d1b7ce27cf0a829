package io.daybook.account;

import io.daybook.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The entries that are not used up, oldest first. Parts given to and taken from it are in the same order.
 *
 * @param count of all entries there ever were
 */
record Credits(Currency currency, long count, List<OpenEntry> open) {
    static Credits none(Currency currency) {
        return new Credits(currency, 0, List.of());
    }

    Money available() {
        return available(entry -> true);
    }

    /** What can be paid out under a cut-off. */
    Money availableBefore(Instant cutoff) {
        return available(entry -> entry.ref().earnedAt().isBefore(cutoff));
    }

    private Money available(Predicate<OpenEntry> which) {
        return open.stream().filter(which).map(OpenEntry::available).reduce(Money.zero(currency), Money::plus);
    }

    Optional<OpenEntry> find(AccountEntryId id) {
        return open.stream().filter(entry -> entry.ref().id().equals(id)).findFirst();
    }

    /** Available parts of {@code amount}, oldest first. Errors: IllegalStateException when there is less. */
    List<EntryPart> oldest(Money amount) {
        return oldest(amount, entry -> true);
    }

    List<EntryPart> oldestBefore(Instant cutoff, Money amount) {
        return oldest(amount, entry -> entry.ref().earnedAt().isBefore(cutoff));
    }

    private List<EntryPart> oldest(Money amount, Predicate<OpenEntry> which) {
        List<EntryPart> parts = new ArrayList<>();
        Money left = amount;
        for (OpenEntry entry : open) {
            if (left.isZero()) break;
            if (!entry.available().isPositive() || !which.test(entry)) continue;
            Money part = entry.available().min(left);
            parts.add(new EntryPart(entry.ref().id(), part));
            left = left.minus(part);
        }
        if (left.isPositive()) throw new IllegalStateException("more is taken than is available");
        return List.copyOf(parts);
    }

    Credits plus(OpenEntry entry) {
        List<OpenEntry> grown = new ArrayList<>(open);
        if (entry.isOpen()) grown.add(entry);
        return new Credits(currency, count + 1, List.copyOf(grown));
    }

    /** The same parts with what they need to come back. */
    List<Piece> pieces(List<EntryPart> parts) {
        List<Piece> pieces = new ArrayList<>();
        int next = 0;
        for (OpenEntry entry : open)
            if (next < parts.size()
                    && parts.get(next).entry().equals(entry.ref().id()))
                pieces.add(new Piece(entry.ref(), parts.get(next++).amount()));
        if (next < parts.size()) throw new IllegalStateException("a part names an entry that is used up");
        return List.copyOf(pieces);
    }

    Credits minus(List<EntryPart> parts) {
        return changed(parts, (entry, amount) -> entry.plusAvailable(amount.negated()));
    }

    Credits minusPending(List<EntryPart> parts) {
        return changed(parts, (entry, amount) -> entry.plusPending(amount.negated()));
    }

    Credits passed(AccountEntryId id) {
        return new Credits(
                currency,
                count,
                open.stream()
                        .map(entry -> entry.ref().id().equals(id) ? entry.passed() : entry)
                        .toList());
    }

    /** Puts pieces back as available, each at the place of its entry. */
    Credits plus(List<Piece> pieces) {
        List<OpenEntry> merged = new ArrayList<>();
        int next = 0;
        for (Piece piece : pieces) {
            while (next < open.size()
                    && open.get(next).ref().order() < piece.ref().order()) merged.add(open.get(next++));
            boolean stillOpen = next < open.size()
                    && open.get(next).ref().order() == piece.ref().order();
            Money zero = Money.zero(currency);
            OpenEntry entry = stillOpen ? open.get(next++) : new OpenEntry(piece.ref(), null, zero, zero);
            merged.add(entry.plusAvailable(piece.amount()));
        }
        merged.addAll(open.subList(next, open.size()));
        return new Credits(currency, count, List.copyOf(merged));
    }

    private Credits changed(List<EntryPart> parts, Change change) {
        List<OpenEntry> left = new ArrayList<>();
        int next = 0;
        for (OpenEntry entry : open) {
            boolean hit = next < parts.size()
                    && parts.get(next).entry().equals(entry.ref().id());
            OpenEntry after = hit ? change.of(entry, parts.get(next++).amount()) : entry;
            if (after.isOpen()) left.add(after);
        }
        if (next < parts.size()) throw new IllegalStateException("a part names an entry that is used up");
        return new Credits(currency, count, List.copyOf(left));
    }

    private interface Change {
        OpenEntry of(OpenEntry entry, Money amount);
    }
}
