package io.daybook.payout.engine;

import io.daybook.payout.engine.SealGate.Hold;
import io.daybook.payout.engine.SealedLog.Anchored;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nothing leaves before what let it go is sealed, nor while nobody seals. */
final class SealRule {
    private SealRule() {}

    /** Why nothing at all may leave. @param newest null before the first checkpoint */
    static Optional<Hold> onAnything(@Nullable Anchored newest) {
        return newest != null && newest.isYoung() ? Optional.empty() : Optional.of(Hold.NOBODY_SEALS);
    }

    /**
     * Why this may not leave.
     *
     * @param newest null before the first checkpoint
     * @param letGo where in the log the fact stands that let it go; null where there is none
     */
    static Optional<Hold> on(@Nullable Anchored newest, @Nullable Long letGo) {
        if (letGo == null) return Optional.of(Hold.NOT_RELEASED);
        if (newest == null || !newest.isYoung()) return Optional.of(Hold.NOBODY_SEALS);
        return newest.covers(letGo) ? Optional.empty() : Optional.of(Hold.NOT_SEALED_YET);
    }
}
