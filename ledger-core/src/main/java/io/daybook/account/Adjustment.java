package io.daybook.account;

import io.daybook.kernel.Sealed;
import io.daybook.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment as it is asked for.
 *
 * @param amount above zero
 * @param correction what it corrects and which way; with {@link AdjustmentKind#CORRECTION} and only then
 */
public record Adjustment(
        AdjustmentId id,
        AdjustmentKind kind,
        Money amount,
        Sealed reason,
        @Nullable Correction correction) {
    public Adjustment {
        if ((kind == AdjustmentKind.CORRECTION) != (correction != null))
            throw new IllegalArgumentException("a correction, and nothing else, names what it corrects");
    }

    public enum Direction {
        UP,
        DOWN
    }

    /** @param kind of the entry it corrects, as the views tell it */
    public record Correction(Direction direction, AccountEntryId corrects, EntryKind kind) {}
}
