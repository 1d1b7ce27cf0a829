package io.daybook.payout.engine;

import io.daybook.account.PayoutRoute;
import io.daybook.funding.FundingViews;
import io.daybook.kernel.Commands;
import io.daybook.kernel.PersonVault;
import io.daybook.rail.PayoutRail;
import java.time.InstantSource;

/** Everything Daybook does on one rail. Its steps are called in turns, each by one thread at a time. */
public final class RailEngine {
    private final String rail;
    private final RailLease lease;
    private final Gate gate;
    private final BatchSender sender;
    private final InboxDrain inbox;
    private final Poller poller;
    private final ProviderBook book;
    private final BatchEnds ends;

    /** What the engine works with, whatever the rail. */
    public record Tools(
            Commands commands,
            FactAt facts,
            EngineViews views,
            FundingViews funding,
            PersonVault vault,
            EngineStore store,
            InstantSource clock) {}

    public RailEngine(PayoutRail rail, RailPace pace, RailLease lease, Tools with) {
        this.rail = rail.name();
        this.lease = lease;
        RailSwitch railSwitch = with.store().railSwitch();
        EngineViews views = with.views();
        InstantSource clock = with.clock();
        Orders orders = new Orders(with.commands(), with.facts());
        Brakes brakes = new Brakes(
                rail.name(),
                railSwitch,
                views.batches(),
                lease::isHeld,
                () -> views.progress().isFresh(),
                System::nanoTime);
        Lane lane = new Lane(rail, pace, brakes, System::nanoTime);
        Memory memory = new Memory();
        StepSender steps = new StepSender(rail, lane, pace, views, orders, with.vault(), railSwitch, memory, clock);
        PayoutDriver driver = new PayoutDriver(views, orders, brakes, steps, route(rail), clock);
        gate = new Gate(rail, lane, views, with.vault(), railSwitch, clock);
        sender = new BatchSender(rail.name(), views, orders, brakes, gate, driver, memory, clock);
        inbox = new InboxDrain(
                rail, lane, views, orders, with.vault(), with.store().inbox(), clock);
        poller = new Poller(rail, lane, pace, views, orders, with.vault(), clock);
        book = new ProviderBook(rail, lane, with.funding(), orders, with.store().cursors(), clock);
        ends = new BatchEnds(rail.name(), views, orders, clock);
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

    /** Keeps the right to work; call it every second or two. After it was lost, the gate is looked at anew. */
    public void renew() {
        boolean held = lease.isHeld();
        if (lease.renew() && !held) gate.close();
    }

    public void letGo() {
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
        return more;
    }

    /** Brings our books up to the provider's own; false while it does not answer. Harmless on any node. */
    public boolean followBook() throws InterruptedException {
        return book.follow();
    }

    /** After a person started the rail again: the gate is looked at before the next send. */
    public void lookAgain() {
        gate.close();
    }
}
