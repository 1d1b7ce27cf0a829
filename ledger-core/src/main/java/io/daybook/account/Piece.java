package io.daybook.account;

import io.daybook.money.Money;

/** A part of an entry that a hold or a payout keeps, able to go back to where it came from. */
record Piece(EntryRef ref, Money amount) {
    EntryPart part() {
        return new EntryPart(ref.id(), amount);
    }
}
