package io.daybook.account;

import io.daybook.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** From where money is taken when an account may not have enough. */
final class Taking {
    private Taking() {}

    static final List<EntryPart> NO_PARTS = List.of();

    /** At most {@code most} of what is still pending of these entries, oldest first. */
    static List<EntryPart> pending(AccountState s, Money most, Predicate<OpenEntry> which) {
        List<EntryPart> parts = new ArrayList<>();
        Money left = most;
        for (OpenEntry entry : s.credits().open()) {
            if (!which.test(entry)) continue;
            Money part = entry.pending().min(left);
            if (part.isPositive()) parts.add(new EntryPart(entry.ref().id(), part));
            left = left.minus(part);
        }
        return List.copyOf(parts);
    }

    /** What is pending of the corrected entry, then what is available, then what is held, then the contractor owes it. */
    static Taken correction(AccountState s, Money amount, List<EntryPart> pending) {
        Money left = amount;
        for (EntryPart part : pending) left = left.minus(part.amount());
        Money available = left.min(s.credits().available());
        left = left.minus(available);
        List<Taken.HeldPart> held = held(s, left);
        for (Taken.HeldPart part : held) left = left.minus(part.part().amount());
        return new Taken(pending, s.credits().oldest(available), held, left);
    }

    /** What is available, then the contractor owes it. */
    static Taken available(AccountState s, Money amount) {
        Money available = amount.min(s.credits().available());
        return new Taken(NO_PARTS, s.credits().oldest(available), List.of(), amount.minus(available));
    }

    static Taken nothing(AccountState s) {
        return new Taken(NO_PARTS, NO_PARTS, List.of(), s.zero());
    }

    private static List<Taken.HeldPart> held(AccountState s, Money most) {
        List<Taken.HeldPart> parts = new ArrayList<>();
        Money left = most;
        for (AmountHold hold : s.holds())
            for (Piece piece : hold.pieces()) {
                Money part = piece.amount().min(left);
                if (!part.isPositive()) continue;
                parts.add(
                        new Taken.HeldPart(hold.id(), new EntryPart(piece.ref().id(), part)));
                left = left.minus(part);
            }
        return List.copyOf(parts);
    }
}
