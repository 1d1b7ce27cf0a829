package io.daybook.payout.engine;

import io.daybook.account.AccountId;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress.PayoutReleased;
import io.daybook.account.PayoutProgress.PayoutRetried;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Recorded;
import io.daybook.payout.PayoutBatchEvent.BatchReleased;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.engine.SealedLog.Anchored;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds money until outsiders could prove who let it go. What let it go is looked for in the log itself: a view that says
 * "released" releases nothing.
 */
public final class SealGate {
    private final SealedLog sealed;
    private final FactsOfStream log;

    /** Why something may not leave. */
    public enum Hold {
        /** By the log nobody let it go, whatever a view says. */
        NOT_RELEASED,
        /** What let it go is not under an anchored checkpoint yet: a matter of seconds. */
        NOT_SEALED_YET,
        /** No checkpoint is younger than {@link Anchored#YOUNG}: a person must look. */
        NOBODY_SEALS;

        /** Stable, kebab-case. */
        String code() {
            return switch (this) {
                case NOT_RELEASED -> "not-released";
                case NOT_SEALED_YET -> "waiting-for-seal";
                case NOBODY_SEALS -> "seal-stalled";
            };
        }
    }

    public SealGate(SealedLog sealed, FactsOfStream log) {
        this.sealed = sealed;
        this.log = log;
    }

    /** With the newest checkpoint as it was a moment ago, for whoever asks often and is asked again before the call leaves. */
    SealGate lately(Ticks ticks) {
        return new SealGate(new LatelySealed(sealed, ticks), log);
    }

    /** Why no payout of this batch may leave now. */
    public Optional<Hold> on(PayoutBatchId batch) {
        return on(releaseOf(batch).orElse(null));
    }

    /** Why nothing at all may leave now, not even what only comes back to us. */
    public Optional<Hold> onAnything() {
        return SealRule.onAnything(sealed.newest().orElse(null));
    }

    /** The checkpoint is read last, so that it is not older than it seems. */
    Optional<Hold> on(@Nullable Long letGo) {
        return SealRule.on(sealed.newest().orElse(null), letGo);
    }

    /** Where the release of a batch stands in the log. */
    Optional<Long> releaseOf(PayoutBatchId batch) {
        return log.find(batch.value(), Set.of(BatchReleased.class)).stream()
                .map(Recorded::position)
                .findFirst();
    }

    /** Where a person let this further attempt of a payout be made; the first one needs its batch's release only. */
    Optional<Long> releaseOf(AccountId account, PayoutId payout, int attempt) {
        return log.find(account.value(), Set.of(PayoutRetried.class, PayoutReleased.class)).stream()
                .filter(fact -> lets(fact.event(), payout, attempt))
                .map(Recorded::position)
                .findFirst();
    }

    private static boolean lets(DomainEvent event, PayoutId payout, int attempt) {
        return event instanceof PayoutRetried e && e.payout().equals(payout) && e.attempt() == attempt
                || event instanceof PayoutReleased p && p.payout().equals(payout) && p.attempt() == attempt;
    }
}
