package io.daybook.account;

import io.daybook.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What of one entry is still pending or available. @param pendingUntil null when it never was pending */
record OpenEntry(EntryRef ref, @Nullable Instant pendingUntil, Money pending, Money available) {
    boolean isOpen() {
        return pending.isPositive() || available.isPositive();
    }

    boolean windowRuns(Instant at) {
        return pendingUntil != null && at.isBefore(pendingUntil);
    }

    OpenEntry plusAvailable(Money amount) {
        return new OpenEntry(ref, pendingUntil, pending, available.plus(amount));
    }

    OpenEntry plusPending(Money amount) {
        return new OpenEntry(ref, pendingUntil, pending.plus(amount), available);
    }

    OpenEntry passed() {
        return new OpenEntry(ref, pendingUntil, Money.zero(pending.currency()), available.plus(pending));
    }
}
