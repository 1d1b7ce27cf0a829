package io.daybook.payout.engine;

import io.daybook.account.PayoutRoute;
import io.daybook.account.PayoutView;
import io.daybook.funding.FundingViews;
import io.daybook.kernel.Commands;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Rider;
import io.daybook.kernel.Subject;
import io.daybook.rail.PayoutRail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Everything Daybook does on one rail. Its steps are called in turns, each by one thread at a time. */
public final class RailEngine {
    /** Why a rail stops by itself when the provider carries what our log never meant. */
    public static final String PROVIDER_KNOWS_MORE = "provider-knows-more";

    private static final int MOST_THREADS = 160;

    private final String rail;
    private final RailLease lease;
    private final Gate gate;
    private final BatchSender sender;
    private final InboxDrain inbox;
    private final Poller poller;
    private final ProviderBook book;
    private final BatchEnds ends;
    private final TakeIn takeIn;
    private final Reverser reverser;
    private final StepFinder steps;
    private volatile boolean anotherIsInCharge;

    /** What the engine works with, whatever the rail. */
    public record Tools(
            Commands commands,
            FactAt facts,
            EngineViews views,
            FundingViews funding,
            PersonVault vault,
            EngineStore store,
            SealGate seal,
            InstantSource clock,
            Workings workings) {
        public Tools(
                Commands commands,
                FactAt facts,
                EngineViews views,
                FundingViews funding,
                PersonVault vault,
                EngineStore store,
                SealGate seal,
                InstantSource clock) {
            this(commands, facts, views, funding, vault, store, seal, clock, Workings.REAL);
        }
    }

    public RailEngine(PayoutRail rail, RailPace pace, RailLease lease, Tools with) {
        this.rail = rail.name();
        this.lease = lease;
        RailSwitch railSwitch = with.store().railSwitch();
        EngineViews views = with.views();
        InstantSource clock = with.clock();
        Ticks ticks = with.workings().ticks();
        Together together = with.workings().together();
        Brakes brakes = brakes(rail, lease, with);
        Passage passage = new Passage();
        Lane lane = new Lane(rail, pace, passage, brakes, ticks);
        gate = new Gate(rail, passage, lane, views, with.vault(), with.store(), clock);
        Orders orders = orders(lease, gate, with);
        Memory memory = new Memory();
        LookUp lookUp = new LookUp(rail, lane, orders, clock);
        sender = new BatchSender(
                rail.name(),
                views,
                orders,
                brakes,
                gate,
                railSwitch,
                driver(rail, pace, with, lane, lookUp, orders, brakes, memory),
                memory,
                new InStep(views.progress(), ticks),
                together,
                atOnce(pace),
                clock);
        inbox = new InboxDrain(
                rail, lane, views, orders, with.vault(), with.store().inbox(), together, clock);
        poller = new Poller(rail, lane, pace, views, orders, with.vault(), lookUp, together, clock);
        book = new ProviderBook(rail, lane, with.funding(), orders, with.store().cursors(), views.progress(), clock);
        ends = new BatchEnds(rail.name(), views, orders, clock);
        steps = new StepFinder(rail, lane, views, with.vault());
        reverser = new Reverser(rail, lane, pace, views, orders, railSwitch, clock);
        takeIn = new TakeIn(rail, views, with.vault(), orders, clock);
    }

    private static Orders orders(RailLease lease, Gate gate, Tools with) {
        return new Orders(
                with.commands(),
                with.facts(),
                () -> List.of(lease.ticket(), gate.ticket()),
                with.workings().names());
    }

    private static Brakes brakes(PayoutRail rail, RailLease lease, Tools with) {
        EngineViews views = with.views();
        return new Brakes(
                rail.name(),
                with.store().railSwitch(),
                views.batches(),
                lease::isHeld,
                views.progress(),
                with.seal(),
                with.workings().ticks());
    }

    private static PayoutDriver driver(
            PayoutRail rail,
            RailPace pace,
            Tools with,
            Lane lane,
            LookUp lookUp,
            Orders orders,
            Brakes brakes,
            Memory memory) {
        EngineViews views = with.views();
        InstantSource clock = with.clock();
        Payabilities payabilities =
                new Payabilities(views.contractors(), clock, with.workings().ticks());
        Destinations destinations = new Destinations(views, with.vault());
        StepSender steps = new StepSender(
                rail,
                new Departures(rail, lane, orders, payabilities, brakes, clock),
                lookUp,
                pace,
                views,
                orders,
                destinations,
                with.store().railSwitch(),
                payabilities,
                brakes,
                memory,
                clock);
        return new PayoutDriver(views, orders, brakes, steps, destinations, payabilities, route(rail), clock);
    }

    /** While some wait for an answer others are recorded, so that as many calls are in flight as may be. */
    private static int atOnce(RailPace pace) {
        return Math.min(2 * pace.maxInFlight() + 8, MOST_THREADS);
    }

    private static PayoutRoute route(PayoutRail rail) {
        return new PayoutRoute(
                rail.name(),
                rail.usesConnectedAccounts()
                        ? PayoutRoute.Source.CONNECTED_ACCOUNT
                        : PayoutRoute.Source.PROVIDER_BALANCE);
    }

    public String rail() {
        return rail;
    }

    /** Keeps the right to work; call it every second or two. After it was lost, the gate asks anew whether the log has gone on. */
    public void renew() {
        Rider before = lease.ticket();
        if (!lease.isHeld()) gate.close();
        anotherIsInCharge = !lease.renew(gate.isReady());
        // Whoever stood still in here may have been without it for a time.
        if (!lease.ticket().equals(before)) gate.close();
        gate.follow();
    }

    /** Gets ready to take over from another node. */
    public void standBy() throws InterruptedException {
        if (anotherIsInCharge) gate.lookAhead(() -> anotherIsInCharge);
    }

    /** Whether this node works on the rail. */
    public boolean isInCharge() {
        return lease.isHeld();
    }

    /** At the end; whoever goes on with it after all looks again first. */
    public void letGo() {
        gate.doubt();
        lease.letGo();
    }

    /** One round of sending; answers whether there may be more at once. */
    public boolean send() throws InterruptedException {
        return lease.isHeld() && sender.round();
    }

    /** Looks once at everything that others did: messages, outcomes, ends; answers whether there may be more at once. */
    public boolean watch() throws InterruptedException {
        if (!lease.isHeld()) return false;
        boolean more = inbox.drain();
        poller.poll();
        if (!more) poller.pollPaid();
        ends.check();
        if (!more && gate.hasOpened()) reverser.round();
        return more;
    }

    /** Brings our books up to the provider's own; false while it does not answer. Harmless on any node. */
    public boolean followBook() throws InterruptedException {
        return book.follow();
    }

    /** When this node brings a payout on by itself next, or looks at it; empty while it will not, or another node may. */
    public Optional<Instant> nextAt(PayoutView payout) {
        if (!lease.isHeld()) return Optional.empty();
        return switch (payout.status()) {
            case RESERVED, SUBMITTING, UNKNOWN -> sender.nextAt(payout);
            case ACCEPTED, IN_TRANSIT -> Optional.of(poller.nextAt(payout));
            case PAID, PROVEN_ABSENT, REJECTED, FAILED, CANCELED, FAILED_AFTER_PAID, RETURNED, CLOSED, FOUND_LATE ->
                Optional.empty();
        };
    }

    /** Up to {@code limit} objects that took something out of our balance and that the log does not show yet. */
    public List<Unrecorded> unrecorded(int limit) throws InterruptedException {
        return steps.unrecorded(limit);
    }

    /**
     * A person takes in what the provider carries and the log never meant, so that the gate opens. Errors: RailUnavailable.
     */
    public List<TakenIn> takeIn(Subject actor) throws InterruptedException {
        return takeIn.takeIn(gate.unknown().values(), actor);
    }

    /** After a person started the rail again: the gate is looked at before the next send. */
    public void lookAgain() {
        gate.doubt();
    }
}
