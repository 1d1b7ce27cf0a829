package io.daybook.simulation;

import io.daybook.account.AccountViews.Filter;
import io.daybook.account.PayoutStatus;
import io.daybook.account.PayoutStep;
import io.daybook.account.PayoutView;
import io.daybook.account.StepIntent;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailObject.Kind;
import java.time.Duration;
import java.time.Instant;

/**
 * Nobody waits for nothing. Once nothing fails any more, a payout whose step the provider shows goes on by itself: not only when
 * its key has died, which would bring it to its end as well.
 */
final class Patience {
    /**
     * Longer than the longest delay between two tries, the time that a calm world lets pass between two rounds of an idle node
     * (six hours), and the repair of a stopped rail; well before the key dies.
     */
    private static final Duration LONGEST = Duration.ofHours(10);

    private final World world;
    private final Provider provider;
    private final Instant calmSince;

    Patience(World world, Provider provider) {
        this.world = world;
        this.provider = provider;
        this.calmSince = world.instant();
    }

    /** Errors: Broken. */
    void check(SimulatedViews views) {
        Instant longAgo = world.instant().minus(LONGEST);
        if (calmSince.isAfter(longAgo)) return;
        for (PayoutView payout : views.accounts.payouts(Filter.ALL, null, Integer.MAX_VALUE)) {
            StepIntent intent = payout.intent();
            if (intent == null || !isOpen(payout.status())) continue;
            if (provider.ours().anyMatch(object -> answers(object, payout, intent, longAgo)))
                throw new Broken(payout.id().value() + " waits as " + payout.status() + " since " + payout.since()
                        + " though the provider shows its " + intent.step());
        }
    }

    private static boolean isOpen(PayoutStatus status) {
        return status == PayoutStatus.SUBMITTING || status == PayoutStatus.UNKNOWN;
    }

    private static boolean answers(RailObject object, PayoutView payout, StepIntent intent, Instant longAgo) {
        return object.kind() == (intent.step() == PayoutStep.TRANSFER ? Kind.TRANSFER : Kind.PAYOUT)
                && object.payout().filter(payout.id().value()::equals).isPresent()
                && object.attempt() == intent.attempt()
                && object.created().isBefore(longAgo);
    }
}
