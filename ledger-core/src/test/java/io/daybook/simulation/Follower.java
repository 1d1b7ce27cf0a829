package io.daybook.simulation;

import io.daybook.account.AccountsInMemory;
import io.daybook.funding.FundingInMemory;
import io.daybook.kernel.Cause;
import io.daybook.kernel.Commands;
import io.daybook.kernel.Policy;
import io.daybook.kernel.Recorded;
import io.daybook.payout.BatchesInMemory;
import java.util.ArrayList;
import java.util.List;

/** Lets the policies react. Its place in the log moves once all their orders were answered; repeats change nothing. */
final class Follower implements Doer {
    private static final int AT_A_TIME = 5;

    private final World world;
    private final SimulatedLog log;
    private final boolean overGaps;
    private final List<Policy> policies;
    private final Node node;
    private final Commands commands;
    private long position;
    private long notBefore;

    Follower(Simulation in, Variant variant) {
        this.world = in.world;
        this.log = in.log;
        this.overGaps = variant.followsOverGaps();
        this.node = new Node("policies", in.world);
        this.commands = in.commands(node, new Desks(in.log, variant));
        List<Policy> all = new ArrayList<>(AccountsInMemory.policies());
        all.addAll(FundingInMemory.policies());
        all.addAll(BatchesInMemory.policies());
        this.policies = variant.policies(all);
    }

    @Override
    public String name() {
        return node.name();
    }

    @Override
    public long dueAt() {
        return log.firstShownAfter(position)
                .map(shown -> Math.max(shown, notBefore))
                .orElse(Long.MAX_VALUE);
    }

    long position() {
        return position;
    }

    @Override
    public void round() {
        notBefore = world.now() + world.chance.below(500);
        List<Recorded> facts = log.after(position, AT_A_TIME, overGaps);
        for (Recorded fact : facts)
            for (Policy policy : policies)
                for (Policy.Order order : policy.react(fact))
                    commands.send(order.command(), Cause.because(fact, policy.name(), order.target()));
        if (!facts.isEmpty()) position = facts.getLast().position();
    }

    @Override
    public void startAgain() {
        notBefore = world.now() + world.chance.below(5_000);
    }
}
