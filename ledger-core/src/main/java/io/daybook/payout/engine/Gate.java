package io.daybook.payout.engine;

import io.daybook.account.AccountViews.Filter;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutStatus;
import io.daybook.account.PayoutView;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Rider;
import io.daybook.payout.engine.Continuity.Look;
import io.daybook.payout.engine.Continuity.Mark;
import io.daybook.payout.engine.RailSwitch.Stop;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Before the first send after a start: whatever the provider carries with our reference must have an intent in our log,
 * or have been taken in by a person. Otherwise the log was put back to an earlier point, and sending on would pay twice: the rail stops.
 * What was looked at once need not be looked at again for as long as the log has gone on since.
 */
final class Gate {
    private static final System.Logger LOG = System.getLogger(Gate.class.getName());
    private static final Duration OVERLAP = Duration.ofHours(48);
    private static final Duration WITHOUT_ANY_INTENT = Duration.ofDays(30);
    private static final Duration VIEWS_PATIENCE = Duration.ofSeconds(30);
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofMinutes(1);
    private static final Duration BEFORE_ANOTHER_LOOK = Duration.ofMinutes(15);
    private static final int NAMED = 5;
    private static final int LEFT_OVER_AT_MOST = 10_000;
    private static final List<PayoutStatus> MAY_BE_PAID_AGAIN = List.of(
            PayoutStatus.SUBMITTING,
            PayoutStatus.UNKNOWN,
            PayoutStatus.RESERVED,
            PayoutStatus.PROVEN_ABSENT,
            PayoutStatus.REJECTED,
            PayoutStatus.FAILED,
            PayoutStatus.CANCELED,
            PayoutStatus.FAILED_AFTER_PAID,
            PayoutStatus.RETURNED);

    private final PayoutRail rail;
    private final Passage passage;
    private final Lane lane;
    private final EngineViews views;
    private final PersonVault vault;
    private final RailSwitch railSwitch;
    private final Continuity continuity;
    private final InstantSource clock;
    private volatile int doubts;
    private volatile @Nullable Watch watch;
    private volatile Instant nextLookAhead = Instant.MIN;

    /** @param clean nothing can have been lost since the list was looked through */
    private record Watch(Mark mark, boolean clean) {}

    Gate(
            PayoutRail rail,
            Passage passage,
            Lane lane,
            EngineViews views,
            PersonVault vault,
            EngineStore store,
            InstantSource clock) {
        this.rail = rail;
        this.passage = passage;
        this.lane = lane;
        this.views = views;
        this.vault = vault;
        this.railSwitch = store.railSwitch();
        this.continuity = store.continuity();
        this.clock = clock;
    }

    /** Looks once; false while it could not look, or found what our log does not know. */
    boolean isOpen() throws InterruptedException {
        if (passage.isOpen()) return true;
        int closings = passage.closings();
        if (!views.progress().awaitCaughtUp(VIEWS_PATIENCE)) return staysShut("the views are behind the log");
        if (hasGoneOn()) return passage.open(closings);
        int doubtsBefore = doubts;
        Mark mark = continuity.mark();
        Map<String, RailObject> unknown;
        try {
            unknown = unknown();
        } catch (RailUnavailable e) {
            return staysShut(e.getMessage());
        }
        if (unknown.isEmpty()) {
            remember(doubtsBefore, new Watch(mark, true));
            passage.open(closings);
        } else
            railSwitch.stop(
                    rail.name(),
                    new Stop(RailEngine.PROVIDER_KNOWS_MORE, sentence(unknown), "daybook", clock.instant()));
        return passage.isOpen();
    }

    /**
     * While another node is in charge, without haste: whoever takes over then need not wait for it. It stops nothing.
     *
     * @param isWanted whoever came to be in charge meanwhile looks by itself
     */
    void lookAhead(BooleanSupplier isWanted) throws InterruptedException {
        if (isClean() || clock.instant().isBefore(nextLookAhead)) return;
        int doubtsBefore = doubts;
        Mark mark = continuity.mark();
        Duration pause = BEFORE_TRYING_AGAIN;
        try {
            if (!views.progress().awaitCaughtUp(VIEWS_PATIENCE)) return;
            Map<String, RailObject> unknown = unknown(rail.unhurried(isWanted)::listSince);
            pause = BEFORE_ANOTHER_LOOK;
            if (unknown.isEmpty()) remember(doubtsBefore, new Watch(mark, true));
            else LOG.log(System.Logger.Level.WARNING, () -> sentence(unknown));
        } catch (RailUnavailable e) {
            LOG.log(System.Logger.Level.INFO, () -> "could not look ahead: " + e.getMessage());
        } finally {
            nextLookAhead = clock.instant().plus(pause);
        }
    }

    /** Follows the log, so that little of it is unseen when it counts; call it every second or two. */
    void follow() {
        try {
            askTheLog();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.INFO, "the log could not be asked whether it has gone on", e);
        }
    }

    private boolean hasGoneOn() {
        askTheLog();
        return isClean();
    }

    /**
     * A log that lacks what was there was put back: in charge or not, nothing more is sent before the list was looked through. A
     * mere restart of the server is a reason only for whoever takes over.
     */
    private void askTheLog() {
        int doubtsBefore = doubts;
        Watch before = watch;
        if (before == null) return;
        Look look = continuity.since(before.mark());
        remember(doubtsBefore, new Watch(look.now(), before.clean() && look.hasGoneOn()));
        if (look.isThere()) return;
        LOG.log(
                System.Logger.Level.WARNING,
                () -> "The log was put back: before anything more is sent by " + rail.name()
                        + ", the provider's list is held against it.");
        close();
    }

    /** Goes with every intent: while the gate is shut, or on a log that was put back, noticed or not, none is recorded. */
    Rider ticket() {
        Watch now = watch;
        return continuity.ticket(now != null && passage.isOpen() ? now.mark() : null);
    }

    private boolean isClean() {
        Watch now = watch;
        return now != null && now.clean();
    }

    private synchronized void remember(int doubtsBefore, Watch now) {
        if (doubts == doubtsBefore) watch = now;
    }

    private boolean staysShut(@Nullable String why) {
        LOG.log(
                System.Logger.Level.WARNING,
                () -> "Nothing is sent by " + rail.name() + " yet: its list could not be held against the log: " + why);
        return false;
    }

    /** Whether it will open at once, as far as is known. */
    boolean isReady() {
        return passage.isOpen() || isClean();
    }

    boolean hasOpened() {
        return passage.isOpen();
    }

    /** Whether the log has gone on is asked before the next send. */
    void close() {
        passage.close();
    }

    /** Looks again before the next send; what is being looked through just now does not count. */
    synchronized void doubt() {
        doubts++;
        watch = null;
        close();
    }

    @FunctionalInterface
    private interface Listing {
        List<RailObject> since(Instant since, Collection<String> accounts) throws InterruptedException;
    }

    /** What carries our reference without an intent in our log, by the key it would have. Errors: RailUnavailable. */
    Map<String, RailObject> unknown() throws InterruptedException {
        return unknown((since, accounts) -> lane.readBroadly(() -> rail.listSince(since, accounts)));
    }

    private Map<String, RailObject> unknown(Listing listing) throws InterruptedException {
        Instant since = views.batches()
                .newestIntent(rail.name())
                .map(newest -> newest.minus(OVERLAP))
                .orElseGet(() -> clock.instant().minus(WITHOUT_ANY_INTENT));
        Set<String> accounts = accountsInUse();
        Map<String, RailObject> carried = new LinkedHashMap<>();
        for (RailObject object : listing.since(since, accounts))
            if (object.kind() != RailObject.Kind.REVERSAL)
                Sightings.payoutOf(object).ifPresent(payout -> carried.put(Sightings.key(payout, object), object));
        awaitIntents();
        carried.keySet().removeAll(views.batches().intended(carried.keySet()));
        List<String> left =
                carried.values().stream().map(RailObject::providerId).toList();
        Set<String> takenIn = views.batches().takenIn(rail.name(), left);
        carried.values().removeIf(object -> takenIn.contains(object.providerId()) || isOfParkedAccount(object));
        return carried;
    }

    /** Its intent may stand in the log and be what the views lack; nothing new is begun for that account meanwhile. */
    private boolean isOfParkedAccount(RailObject object) {
        return Sightings.payoutOf(object)
                .flatMap(views::accountOf)
                .filter(account -> !views.progress().shows(account.value()))
                .isPresent();
    }

    /**
     * While the provider was listed another node may have been in charge and have sent: its intents stand in the log before
     * its objects stand at the provider, but perhaps not yet in the views.
     */
    private void awaitIntents() {
        if (!views.progress().awaitCaughtUp(VIEWS_PATIENCE)) throw new RailUnavailable("the views are behind");
    }

    /** Accounts from which something may have been paid that no new transfer names: what lies there is paid out again. */
    private Set<String> accountsInUse() {
        Set<String> opened = new HashSet<>();
        for (PayoutStatus status : MAY_BE_PAID_AGAIN) {
            PayoutId after = null;
            List<PayoutView> page;
            do {
                page = views.accounts().payouts(new Filter(null, null, status, rail.name(), false, false), after, 500);
                for (PayoutView payout : page) {
                    after = payout.id();
                    vault.open(payout.destination().account().sealed()).ifPresent(opened::add);
                }
            } while (page.size() == 500);
        }
        for (PayoutId payout : views.batches().mayHaveLeftOver(rail.name(), LEFT_OVER_AT_MOST))
            views.accounts()
                    .payout(payout)
                    .flatMap(over -> vault.open(over.destination().account().sealed()))
                    .ifPresent(opened::add);
        return opened;
    }

    private static String sentence(Map<String, RailObject> unknown) {
        return unknown.size() + " objects at the provider carry our reference and are not in the log: "
                + String.join(
                        ", ",
                        unknown.values().stream()
                                .map(RailObject::providerId)
                                .limit(NAMED)
                                .toList());
    }
}
