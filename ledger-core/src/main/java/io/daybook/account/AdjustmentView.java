package io.daybook.account;

import io.daybook.kernel.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment, posted or waiting.
 *
 * @param approver null while it waits, and below the four-eyes limit
 * @param position where it was first heard of
 */
public record AdjustmentView(
        AccountId account,
        Adjustment adjustment,
        boolean posted,
        Subject maker,
        @Nullable Subject approver,
        Instant at,
        long position) {}
