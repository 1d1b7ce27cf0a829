package io.daybook.simulation;

import io.daybook.account.PayoutId;
import io.daybook.contractor.Actor;
import io.daybook.funding.FundingCommand.ReserveFunding;
import io.daybook.funding.FundingPoolId;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import io.daybook.payout.BatchLine;
import io.daybook.payout.BatchPlanner;
import io.daybook.payout.BatchStatus;
import io.daybook.payout.Freezing;
import io.daybook.payout.FrozenContent;
import io.daybook.payout.LinesChunk;
import io.daybook.payout.PayoutBatchCommand.ApproveBatch;
import io.daybook.payout.PayoutBatchCommand.CancelBatch;
import io.daybook.payout.PayoutBatchCommand.DraftBatch;
import io.daybook.payout.PayoutBatchCommand.FreezeBatch;
import io.daybook.payout.PayoutBatchCommand.PauseBatch;
import io.daybook.payout.PayoutBatchCommand.ReleaseBatch;
import io.daybook.payout.PayoutBatchCommand.ResumeBatch;
import io.daybook.payout.PayoutBatchCommand.Stake;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchView;
import io.daybook.payout.PlansInMemory;
import io.daybook.payout.Rails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finance: batches are made by one person and approved by another; and somebody may alter their rows. */
final class BatchDesk {
    private static final Subject MAKER = new Subject("maker");
    private static final Actor CHECKER = Actor.staff(new Subject("checker"));

    private final Simulation in;
    private final World world;
    private final People people;
    private final Freezing freezing;
    private final Map<PayoutId, Money> altered = new LinkedHashMap<>();
    private final Map<PayoutBatchId, Long> nextTopUp = new HashMap<>();
    private final int wanted;
    private int drafted;

    BatchDesk(Simulation in, Node node, People people) {
        this.in = in;
        this.world = in.world;
        this.people = people;
        this.wanted = 1 + world.chance.below(3);
        SimulatedRail rail = new SimulatedRail(in, node);
        this.freezing = new Freezing(
                (order, cause, riders) -> people.commands().send(order, cause, riders),
                new BatchPlanner(in.views.accounts, in.views.contractors, new Rails(List.of(rail))),
                new PlansInMemory(),
                orders -> orders.forEach(Runnable::run));
    }

    void round() {
        if (drafted < wanted && world.chance.oneIn(3)) {
            String reference = "week-" + (drafted + 1);
            people.order(
                    new DraftBatch(
                            PayoutBatchId.of(reference),
                            reference,
                            SimulatedRail.NAME,
                            Oracle.USD,
                            people.now().plusSeconds(3600),
                            Oracle.usd(0),
                            List.of(),
                            MAKER,
                            people.now()),
                    "draft:" + reference);
            drafted++;
        }
        for (PayoutBatchView batch : in.views.batches.page(null, null, 10))
            if (world.isCalm() || world.chance.oneIn(2)) bringOn(batch);
    }

    private void bringOn(PayoutBatchView batch) {
        alter(batch);
        switch (batch.status()) {
            case DRAFT -> freeze(batch);
            case FROZEN -> people.ask(new ApproveBatch(batch.id(), hash(batch), CHECKER, Stake.NONE, people.now()));
            case APPROVED -> release(batch);
            case RELEASED, EXECUTING -> {
                if (world.happens(Fault.PAUSED, 6)) people.ask(new PauseBatch(batch.id(), MAKER, people.now()));
                if (world.happens(Fault.REST_CANCELLED, 10))
                    people.ask(new CancelBatch(batch.id(), false, MAKER, people.now()));
            }
            case PAUSED -> people.ask(new ResumeBatch(batch.id(), MAKER, people.now()));
            case COMPLETED, PARTIALLY_COMPLETED, CANCELLED -> {}
        }
        if (world.isCalm()) rebuildRows();
    }

    private void freeze(PayoutBatchView batch) {
        FrozenContent content = freezing.record(batch, MAKER, people.now());
        Outcome outcome = people.ask(new FreezeBatch(batch.id(), content, MAKER, people.now()));
        if (world.isCalm() && outcome instanceof Outcome.Refused)
            people.ask(new CancelBatch(batch.id(), false, MAKER, people.now()));
    }

    private String hash(PayoutBatchView batch) {
        List<BatchLine> lines = in.views.batches.lines(batch.id(), 0, Integer.MAX_VALUE);
        return LinesChunk.content(LinesChunk.of(batch.id(), lines), Oracle.USD).hash();
    }

    private void release(PayoutBatchView batch) {
        FundingPoolId pool = FundingPoolId.of(SimulatedRail.NAME, Oracle.USD);
        boolean funded = people.ask(new ReserveFunding(pool, batch.id().value(), batch.total(), people.now()))
                instanceof Outcome.Done;
        if (!funded && world.isCalm()) topUp(batch);
        people.ask(new ReleaseBatch(
                batch.id(), hash(batch), List.of(), funded, CHECKER.subject(), Stake.NONE, people.now()));
    }

    /** Another batch may be faster: then once more, a day later. */
    private void topUp(PayoutBatchView batch) {
        if (world.now() < nextTopUp.getOrDefault(batch.id(), 0L)) return;
        nextTopUp.put(batch.id(), world.now() + World.DAY);
        in.provider.topUp(batch.total().minor());
    }

    private void alter(PayoutBatchView batch) {
        List<BatchLine> lines = in.views.batches.lines(batch.id(), 0, Integer.MAX_VALUE);
        if (lines.isEmpty() || !world.happens(Fault.ROW_ALTERED, 6)) return;
        BatchLine line = world.chance.of(lines);
        PayoutId payout = batch.id().payout(line.line());
        altered.putIfAbsent(payout, line.amount());
        in.views.batches.alter(payout, new Money(1 + line.amount().minor() / 2, Oracle.USD));
    }

    /** From the log, as operations do. */
    void rebuildRows() {
        altered.forEach(in.views.batches::alter);
        altered.clear();
    }

    List<String> unfinished() {
        List<String> open = new ArrayList<>();
        for (PayoutBatchView batch : in.views.batches.page(null, null, 10))
            if (batch.endedAt() == null && batch.status() != BatchStatus.CANCELLED)
                open.add(batch.id().value() + " is " + batch.status());
        if (drafted < wanted) open.add("batches to draft");
        return open;
    }
}
