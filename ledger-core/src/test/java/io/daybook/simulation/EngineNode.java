package io.daybook.simulation;

import io.daybook.payout.engine.EngineStore;
import io.daybook.payout.engine.FactAt;
import io.daybook.payout.engine.FactsOfStream;
import io.daybook.payout.engine.RailEngine;
import io.daybook.payout.engine.RailInbox;
import io.daybook.payout.engine.RailLease;
import io.daybook.payout.engine.RailPace;
import io.daybook.payout.engine.RailSwitch;
import io.daybook.payout.engine.SealGate;
import io.daybook.payout.engine.SealedLog;
import io.daybook.payout.engine.Together;
import io.daybook.payout.engine.Workings;
import io.daybook.rail.PayoutRail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A node with the engine in it, of one of two versions. After a crash a new process starts, remembering nothing. */
final class EngineNode implements Doer {
    private static final List<RailPace> VERSIONS = List.of(
            new RailPace(0, 64, Duration.ofSeconds(30), List.of()),
            new RailPace(
                    25,
                    1,
                    Duration.ofMinutes(5),
                    List.of(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1))));

    private final Simulation in;
    private final World world;
    private final Node node;
    private final Variant variant;
    private RailEngine engine;
    private long dueAt;
    private long pause;
    private long seenHead;
    private int processes;
    private int orders;

    EngineNode(String name, Simulation in, Variant variant) {
        this.in = in;
        this.world = in.world;
        this.variant = variant;
        this.node = new Node(name, in.world);
        this.engine = start();
    }

    private RailEngine start() {
        String process = node.name() + "-" + processes++;
        node.runs(process);
        RailLease lease = variant.lease(in.lease.lease(node, process));
        PayoutRail rail = variant.rail(new SimulatedRail(in, node));
        RailInbox inbox = variant.inbox(Ports.stepping(RailInbox.class, in.inbox, world, node), node);
        FactAt facts = Ports.stepping(FactAt.class, position -> Optional.ofNullable(in.log.at(position)), world, node);
        SealedLog seal = variant.seal(Ports.stepping(SealedLog.class, in.seal, world, node));
        FactsOfStream log = Ports.stepping(FactsOfStream.class, in.log::newestFirst, world, node);
        RailEngine.Tools tools = new RailEngine.Tools(
                in.commands(node, new Desks(in.log, variant)),
                facts,
                in.views.of(node),
                in.views.funding(node),
                new PlainVault(),
                new EngineStore(
                        Ports.stepping(RailSwitch.class, in.railSwitch, world, node),
                        inbox,
                        in.railSwitch,
                        in.continuity),
                new SealGate(seal, log),
                node,
                new Workings(node, new OneAfterTheOther(), () -> process + "-" + orders++));
        RailEngine started = new RailEngine(rail, world.chance.of(VERSIONS), lease, tools);
        node.beats(started::renew);
        return started;
    }

    /** In an order that chance decides. */
    private final class OneAfterTheOther implements Together {
        @Override
        public <T> void all(Collection<T> items, Job<T> job) throws InterruptedException {
            List<T> left = new ArrayList<>(items);
            while (!left.isEmpty()) job.run(left.remove(world.chance.below(left.size())));
        }
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
    public void round() throws InterruptedException {
        if (world.happens(Fault.CLOCK_STEP, 60)) node.stepClock();
        long mostPause = world.isCalm() ? 6 * World.HOUR : World.HOUR;
        pause = in.log.head() == seenHead ? Math.min(pause * 4, mostPause) : 1_000;
        seenHead = in.log.head();
        dueAt = world.now() + pause;
        engine.renew();
        try {
            if (world.chance.oneIn(4)) engine.followBook();
            if (world.chance.oneIn(4)) engine.standBy();
            boolean more = engine.send() | engine.watch();
            if (more) dueAt = world.now();
        } catch (Unreachable e) {
            dueAt = world.now() + 1_000;
        }
        dueAt = Math.max(dueAt, world.now() + world.chance.below(300));
    }

    @Override
    public void startAgain() {
        if (world.chance.oneIn(3)) in.continuity.serverStartsAgain();
        engine = start();
        pause = 500;
        dueAt = world.now() + world.chance.between(500, world.chance.oneIn(5) ? 2 * World.HOUR : 20_000);
    }
}
