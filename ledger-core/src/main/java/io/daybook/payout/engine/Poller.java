package io.daybook.payout.engine;

import io.daybook.account.AccountViews.Filter;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutStatus;
import io.daybook.account.PayoutView;
import io.daybook.kernel.PersonVault;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for what is not final, ever more slowly: a lost webhook is found out this way. */
final class Poller {
    private static final int PAGE = 500;
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int PAID_AT_A_TIME = 100;
    private static final Duration BETWEEN_PAID_ROUNDS = Duration.ofHours(6);

    /** From its beginning: its way to the bank, five business days in which the bank may send it back, and then some. */
    private static final Duration PAID_IS_WATCHED = Duration.ofDays(21);

    private static final List<PayoutStatus> NOT_FINAL = List.of(PayoutStatus.ACCEPTED, PayoutStatus.IN_TRANSIT);

    private final PayoutRail rail;
    private final Lane lane;
    private final RailPace pace;
    private final EngineViews views;
    private final Orders orders;
    private final PersonVault vault;
    private final LookUp lookUp;
    private final Together together;
    private final InstantSource clock;
    private final Watched paid;
    private final Watched foundLate;
    private volatile Map<PayoutId, Next> next = Map.of();
    private Instant nextScan = Instant.MIN;
    private Instant nextPaidRound = Instant.MIN;

    Poller(
            PayoutRail rail,
            Lane lane,
            RailPace pace,
            EngineViews views,
            Orders orders,
            PersonVault vault,
            LookUp lookUp,
            Together together,
            InstantSource clock) {
        this.rail = rail;
        this.lane = lane;
        this.pace = pace;
        this.views = views;
        this.orders = orders;
        this.vault = vault;
        this.lookUp = lookUp;
        this.together = together;
        this.clock = clock;
        this.paid = new Watched(PayoutStatus.PAID);
        this.foundLate = new Watched(PayoutStatus.FOUND_LATE);
    }

    private record Next(Instant at, Duration pause) {}

    void poll() throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(nextScan)) return;
        nextScan = now.plus(pace.pollInterval().dividedBy(4));
        List<PayoutView> due = new ArrayList<>();
        Map<PayoutId, Next> stillOpen = new HashMap<>();
        for (PayoutStatus status : NOT_FINAL) scan(status, now, due, stillOpen);
        next = stillOpen;
        lookAt(due);
    }

    /** When a payout that is not final is asked for next. */
    Instant nextAt(PayoutView payout) {
        return planned(payout).at();
    }

    private Next planned(PayoutView payout) {
        return next.getOrDefault(payout.id(), new Next(payout.since().plus(pace.pollInterval()), pace.pollInterval()));
    }

    /** Paid is not final, found late or not: asks a few of the lately paid again, all of them a few times a day. */
    void pollPaid() throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(nextPaidRound)) return;
        boolean more = paid.askOn(now) | foundLate.askOn(now);
        if (more) return;
        nextPaidRound = now.plus(BETWEEN_PAID_ROUNDS);
        askForSeconds(now.minus(PAID_IS_WATCHED));
    }

    /** Of a payout that was paid twice its row shows one object: the other one may come back too. */
    private void askForSeconds(Instant since) throws InterruptedException {
        PayoutId after = null;
        List<PayoutView> page;
        do {
            page = views.accounts().doubled(rail.name(), since, after, PAGE);
            together.all(page, this::lookAtAll);
            if (!page.isEmpty()) after = page.getLast().id();
        } while (page.size() == PAGE);
    }

    private void lookAtAll(PayoutView payout) throws InterruptedException {
        Optional<String> account = vault.open(payout.destination().account().sealed());
        if (account.isEmpty()) return;
        try {
            lookUp.tellWhatCameBack(payout, account.get());
        } catch (RailUnavailable e) {
            return;
        }
    }

    /** The paid of one status, a page at a time. */
    private final class Watched {
        private final Filter filter;
        private @Nullable PayoutId after;

        Watched(PayoutStatus status) {
            filter = new Filter(null, null, status, rail.name(), false, false);
        }

        /** Asks for the next page; answers whether there is another. */
        boolean askOn(Instant now) throws InterruptedException {
            List<PayoutView> page = views.accounts().payouts(filter, after, PAID_AT_A_TIME);
            lookAt(page.stream()
                    .filter(payout -> payout.since().isAfter(now.minus(PAID_IS_WATCHED)))
                    .toList());
            boolean more = page.size() == PAID_AT_A_TIME;
            after = more ? page.getLast().id() : null;
            return more;
        }
    }

    private void scan(PayoutStatus status, Instant now, List<PayoutView> due, Map<PayoutId, Next> stillOpen) {
        PayoutId after = null;
        List<PayoutView> page;
        do {
            page = views.accounts().payouts(new Filter(null, null, status, rail.name(), false, false), after, PAGE);
            for (PayoutView payout : page) {
                after = payout.id();
                Next planned = planned(payout);
                boolean isDue = due.size() < PAGE && !now.isBefore(planned.at());
                if (isDue) due.add(payout);
                stillOpen.put(payout.id(), isDue ? after(now, planned) : planned);
            }
        } while (page.size() == PAGE);
    }

    private static Next after(Instant now, Next planned) {
        Duration doubled = planned.pause().multipliedBy(2);
        Duration pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return new Next(now.plus(pause), pause);
    }

    private void lookAt(List<PayoutView> payouts) throws InterruptedException {
        vault.lookAhead(payouts.stream()
                .map(payout -> payout.destination().account().sealed().key())
                .toList());
        together.all(payouts, this::look);
    }

    private void look(PayoutView payout) throws InterruptedException {
        String object = payout.object();
        Optional<String> account =
                vault.open(payout.destination().account().sealed()).filter(open -> rail.usesConnectedAccounts());
        if (object == null) return;
        try {
            Optional<RailObject> found = lane.read(() -> rail.fetch(RailObject.Kind.PAYOUT, object, account));
            found.filter(now -> tellsMore(payout, now))
                    .flatMap(now -> Sightings.order(payout.account(), payout.id(), now, clock.instant()))
                    .ifPresent(order -> orders.give(order, payout.batch()));
        } catch (RailUnavailable e) {
            return;
        }
    }

    private static boolean tellsMore(PayoutView payout, RailObject now) {
        return switch (now.status()) {
            case PENDING, DONE -> false;
            case IN_TRANSIT -> payout.status() == PayoutStatus.ACCEPTED;
            case PAID -> payout.status() != PayoutStatus.PAID && payout.status() != PayoutStatus.FOUND_LATE;
            case FAILED, CANCELED, RETURNED, REVERSED -> true;
        };
    }
}
