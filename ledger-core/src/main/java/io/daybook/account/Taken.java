package io.daybook.account;

import io.daybook.contractor.HoldId;
import io.daybook.money.Money;
import java.util.List;

/**
 * Where money was taken from, oldest entries first; the parts and the receivable sum to what was asked for.
 *
 * @param pending out of 2001
 * @param available out of 2000
 * @param held out of 2002
 * @param receivable what the account did not cover, now owed to us in 1100
 */
public record Taken(List<EntryPart> pending, List<EntryPart> available, List<HeldPart> held, Money receivable) {
    public Taken {
        pending = List.copyOf(pending);
        available = List.copyOf(available);
        held = List.copyOf(held);
    }

    public record HeldPart(HoldId hold, EntryPart part) {}
}
