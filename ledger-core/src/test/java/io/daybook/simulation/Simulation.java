package io.daybook.simulation;

import io.daybook.kernel.Commands;
import java.util.ArrayList;
import java.util.List;

/** One world from a seed: some days of storm, then a calm in which all must come to its end. */
final class Simulation {
    private static final int MOST_MOVES = 400;
    private static final int MOST_CALM_MOVES = 6_000;
    private static final long LONGEST_CALM = 60 * World.DAY;

    final World world;
    final SimulatedLog log;
    final Oracle oracle;
    final Gatekeeper gatekeeper;
    final LeaseRow lease;
    final PostOffice post;
    final Provider provider;
    final SimulatedViews views;
    final SimulatedInbox inbox;
    final SimulatedSwitch railSwitch;
    final SimulatedContinuity continuity;
    final SimulatedSeal seal;
    private final Follower follower;
    private final People people;

    Simulation(long seed, Variant variant) {
        world = new World(seed);
        log = new SimulatedLog(world);
        lease = new LeaseRow(world);
        seal = new SimulatedSeal(world, log);
        gatekeeper = new Gatekeeper(seal, log);
        oracle = new Oracle(world, lease);
        post = new PostOffice(world);
        provider = new Provider(world, post, oracle);
        oracle.sees(provider);
        views = new SimulatedViews(world, log, variant);
        inbox = variant.inbox(oracle);
        railSwitch = new SimulatedSwitch(oracle);
        continuity = new SimulatedContinuity(log);
        variant.in(this);
        post.bringsTo(new SimulatedRail(this, post.node()), inbox);
        follower = new Follower(this, variant);
        people = new People(this, variant);
        List<Doer> actors = new ArrayList<>(List.of(provider, post, views, follower, people));
        int nodes = 1 + world.chance.below(3);
        for (int i = 1; i <= nodes; i++) actors.add(new EngineNode("node-" + i, this, variant));
        actors.forEach(world::add);
    }

    Commands commands(Node node, Desks desks) {
        return new SimulatedCommands(world, node, log, lease, oracle, desks);
    }

    /** To its end. Errors: Broken at the first invariant that does not hold. */
    void run() {
        world.storm();
        long end = world.chance.oneIn(3)
                ? world.chance.between(World.HOUR, World.DAY)
                : world.chance.between(World.DAY, 8 * World.DAY);
        for (int moves = 0; moves < MOST_MOVES && world.now() < end; moves++) world.move();
        world.calm();
        Patience patience = new Patience(world, provider);
        long until = world.now() + LONGEST_CALM;
        List<String> wrong = List.of("nothing moved");
        for (int moves = 0; moves < MOST_CALM_MOVES && world.now() < until; moves++) {
            world.move();
            if (moves % 20 != 0) continue;
            patience.check(views);
            if (isQuiet()) {
                wrong = oracle.wrongAtTheEnd(views);
                if (wrong.isEmpty()) return;
            }
        }
        throw new Broken("after the calm: " + (isQuiet() ? wrong : people.unfinished()));
    }

    private boolean isQuiet() {
        return people.unfinished().isEmpty()
                && provider.isIdle()
                && post.isIdle()
                && inbox.waitingCount(SimulatedRail.NAME) == 0
                && views.position() == log.head()
                && follower.position() == log.head();
    }
}
