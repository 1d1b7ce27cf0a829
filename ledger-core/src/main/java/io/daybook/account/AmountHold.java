package io.daybook.account;

import io.daybook.contractor.HoldId;
import io.daybook.money.Money;
import java.util.ArrayList;
import java.util.List;

/** A hold and what it holds so far, at most {@code wanted}; pieces are oldest first, one for each entry. */
record AmountHold(HoldId id, Money wanted, List<Piece> pieces) {
    Money held() {
        return pieces.stream().map(Piece::amount).reduce(Money.zero(wanted.currency()), Money::plus);
    }

    Money room() {
        return wanted.minus(held());
    }

    List<EntryPart> parts() {
        return pieces.stream().map(Piece::part).toList();
    }

    AmountHold plus(List<Piece> more) {
        List<Piece> all = new ArrayList<>(pieces);
        for (Piece piece : more) add(all, piece);
        return new AmountHold(id, wanted, List.copyOf(all));
    }

    private static void add(List<Piece> all, Piece piece) {
        int at = 0;
        while (at < all.size() && all.get(at).ref().order() < piece.ref().order()) at++;
        boolean same =
                at < all.size() && all.get(at).ref().order() == piece.ref().order();
        if (same) all.set(at, new Piece(piece.ref(), all.get(at).amount().plus(piece.amount())));
        else all.add(at, piece);
    }

    AmountHold minus(EntryPart part) {
        List<Piece> left = pieces.stream()
                .map(piece -> piece.ref().id().equals(part.entry())
                        ? new Piece(piece.ref(), piece.amount().minus(part.amount()))
                        : piece)
                .filter(piece -> piece.amount().isPositive())
                .toList();
        return new AmountHold(id, wanted, left);
    }
}
