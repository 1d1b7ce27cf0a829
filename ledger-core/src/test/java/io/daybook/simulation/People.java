package io.daybook.simulation;

import io.daybook.account.AccountCommand.ClearSuspense;
import io.daybook.account.AccountCommand.ClosePayout;
import io.daybook.account.AccountCommand.ReleasePayout;
import io.daybook.account.AccountCommand.RetryPayout;
import io.daybook.account.AccountViews.Filter;
import io.daybook.account.Payability;
import io.daybook.account.PayoutView;
import io.daybook.account.Signer;
import io.daybook.contractor.Actor;
import io.daybook.contractor.ContractorCommand.LiftHold;
import io.daybook.contractor.ContractorCommand.PlaceHold;
import io.daybook.contractor.ContractorCommand.SetPayoutDestination;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.HoldId;
import io.daybook.engagement.Terms;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Commands;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Plain;
import io.daybook.kernel.Recorded;
import io.daybook.kernel.Subject;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchView;
import io.daybook.timesheet.TimesheetCommand.ApproveTimesheet;
import io.daybook.timesheet.TimesheetCommand.RecordTimeEntries;
import io.daybook.timesheet.TimesheetCommand.SubmitTimesheet;
import io.daybook.timesheet.TimesheetEvent.TimesheetSubmitted;
import io.daybook.timesheet.TimesheetId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Contractors, their leads, finance, operators: they work, approve, pay, repair, and sometimes get in the way. */
final class People implements Doer {
    private static final Actor LEAD = Actor.staff(new Subject("lead"));

    private final Simulation in;
    private final World world;
    private final Node node;
    private final Commands commands;
    private final BatchDesk batches;
    private final Deque<Runnable> begins = new ArrayDeque<>();
    private final Map<ContractorId, Integer> homes = new HashMap<>();
    private final int contractors;
    private long dueAt;
    private int orders;

    People(Simulation in, Variant variant) {
        this.in = in;
        this.world = in.world;
        this.node = new Node("people", in.world);
        this.commands = in.commands(node, new Desks(in.log, variant));
        this.batches = new BatchDesk(in, node, this);
        this.contractors = 2 + world.chance.below(5);
        long funds = world.chance.oneIn(3) ? 3_000_00 : 100_000_00;
        in.provider.topUp(world.chance.between(funds / 2, funds));
        for (int person = 1; person <= contractors; person++) plan(person);
    }

    private void plan(int person) {
        Terms terms = Crew.terms(world.chance);
        begins.add(() -> order(Crew.register(person, now()), "register:" + person));
        int weeks = 1 + world.chance.below(2);
        for (int week = 0; week < weeks; week++) {
            RecordTimeEntries time = Crew.time(person, week, terms, world.chance, now());
            begins.add(() -> work(person, time, terms));
        }
    }

    private void work(int person, RecordTimeEntries time, Terms terms) {
        TimesheetId sheet = time.timesheet();
        order(time, "time:" + sheet.value());
        order(new SubmitTimesheet(sheet, Crew.self(person), now()), "submit:" + sheet.value());
        for (Recorded fact : in.log.stream(sheet.value()))
            if (fact.event() instanceof TimesheetSubmitted e)
                order(
                        new ApproveTimesheet(sheet, e.revision(), LEAD, terms, Set.of(), now()),
                        "approve:" + sheet.value());
    }

    Instant now() {
        return node.instant();
    }

    Outcome order(DomainCommand order, String id) {
        return commands.send(order, Cause.of(new CommandId(id), new Subject("people")));
    }

    /** Each try has a name of its own, as requests have. */
    Outcome ask(DomainCommand order) {
        return order(order, "people:" + orders++);
    }

    Commands commands() {
        return commands;
    }

    @Override
    public String name() {
        return node.name();
    }

    @Override
    public long dueAt() {
        return dueAt;
    }

    @Override
    public void round() {
        dueAt = world.now() + (begins.isEmpty() ? world.chance.between(World.MINUTE, 2 * World.HOUR) : 1_000);
        if (!begins.isEmpty()) {
            begins.getFirst().run();
            begins.removeFirst();
            if (world.chance.oneIn(4)) return;
        }
        batches.round();
        disturb();
        for (PayoutView payout : in.views.accounts.payouts(Filter.ALL, null, Integer.MAX_VALUE)) decide(payout);
        repair();
    }

    @Override
    public void startAgain() {
        dueAt = world.now() + world.chance.between(1_000, World.HOUR);
    }

    private void disturb() {
        int person = 1 + world.chance.below(contractors);
        ContractorId who = Crew.id(person);
        if (world.happens(Fault.BLOCKED, 8)) {
            HoldId hold = HoldId.of("h" + orders++);
            begins.add(() -> ask(new LiftHold(who, hold, Actor.staff(new Subject("maker")), now())));
            ask(new PlaceHold(who, hold, null, Plain.sealed(who.person(), "because"), now()));
        }
        if (world.happens(Fault.MOVED_AWAY, 10)) {
            int home = homes.merge(who, 1, Integer::sum);
            Duration coolDown = Duration.ofHours(world.chance.below(30));
            ask(new SetPayoutDestination(who, Crew.account(person, home), Crew.self(person), coolDown, now()));
        }
    }

    /** What only a person decides about a payout. Nobody is in a hurry, unless they are. */
    private void decide(PayoutView payout) {
        if (!world.isCalm() && !world.chance.oneIn(world.faults.contains(Fault.EAGER_PEOPLE) ? 2 : 6)) return;
        boolean again = world.chance.oneIn(world.isCalm() ? 4 : 2);
        switch (payout.status()) {
            case PROVEN_ABSENT ->
                ask(
                        again
                                ? new ReleasePayout(
                                        payout.account(), payout.id(), restCancelled(payout), Signer.DAYBOOK, now())
                                : close(payout));
            case REJECTED, FAILED, CANCELED ->
                ask(
                        again
                                ? new RetryPayout(
                                        payout.account(), payout.id(), restCancelled(payout), Signer.DAYBOOK, now())
                                : close(payout));
            case RESERVED -> {
                if (world.isCalm() && isStuck(payout)) ask(close(payout));
            }
            case FAILED_AFTER_PAID, RETURNED -> {
                if (payout.inSuspense().isPositive()) clear(payout);
            }
            case SUBMITTING, ACCEPTED, IN_TRANSIT, PAID, UNKNOWN, CLOSED, FOUND_LATE -> {}
        }
    }

    private boolean restCancelled(PayoutView payout) {
        return in.views
                .batches
                .byId(PayoutBatchId.of(payout.id()))
                .map(PayoutBatchView::restCancelled)
                .orElse(false);
    }

    private boolean isStuck(PayoutView payout) {
        return payout.since().plus(Duration.ofDays(2)).isBefore(now());
    }

    private ClosePayout close(PayoutView payout) {
        return new ClosePayout(payout.account(), payout.id(), Signer.DAYBOOK, now());
    }

    /** They say that the account is right after all; then what came back is theirs again. */
    private void clear(PayoutView payout) {
        ContractorId who = payout.contractor();
        in.views.contractors.byId(who).ifPresent(contractor -> {
            var destination = contractor.destination();
            if (destination == null) return;
            Actor self = new Actor(new Subject("contractor"), who);
            ask(new SetPayoutDestination(who, destination.destination(), self, Duration.ZERO, now()));
            ask(new ClearSuspense(payout.account(), payout.id(), Payability.of(contractor, now()), now()));
        });
    }

    private void repair() {
        if (in.railSwitch.stopped(SimulatedRail.NAME).isEmpty()) return;
        batches.rebuildRows();
        in.railSwitch.start(SimulatedRail.NAME, "operator", now());
    }

    /** What has not come to its end; empty when all has. */
    List<String> unfinished() {
        List<String> open = new ArrayList<>(batches.unfinished());
        if (!begins.isEmpty()) open.add(begins.size() + " things to begin with");
        for (PayoutView payout : in.views.accounts.payouts(Filter.ALL, null, Integer.MAX_VALUE))
            if (!payout.status().over() || payout.inSuspense().isPositive())
                open.add(payout.id().value() + " is " + payout.status() + " since " + payout.since());
        if (!in.views.batches.openReversals(SimulatedRail.NAME, 10).isEmpty()) open.add("open reversals");
        if (!in.views.batches.toSettle(SimulatedRail.NAME, 10).isEmpty()) open.add("unsettled funding");
        return open;
    }
}
