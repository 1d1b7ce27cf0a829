package io.daybook.simulation;

import io.daybook.kernel.Cause;
import io.daybook.kernel.Commands;
import io.daybook.kernel.Decision;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Recorded;
import io.daybook.kernel.Rider;
import java.util.List;

/** One node's way into the log: a repeated id is found in the insert, and where the stream has moved it is decided again. */
final class SimulatedCommands implements Commands {
    private final World world;
    private final Node node;
    private final SimulatedLog log;
    private final LeaseRow lease;
    private final Oracle oracle;
    private final Desks desks;

    SimulatedCommands(World world, Node node, SimulatedLog log, LeaseRow lease, Oracle oracle, Desks desks) {
        this.world = world;
        this.node = node;
        this.log = log;
        this.lease = lease;
        this.oracle = oracle;
        this.desks = desks;
    }

    @Override
    public Outcome send(DomainCommand order, Cause cause, List<Rider> riders) {
        world.step(node);
        if (world.happens(Fault.COMMIT_UNKNOWN, 40)) throw new Unreachable("before the commit");
        Outcome outcome = decide(order, cause, riders);
        oracle.answered(order);
        if (world.happens(Fault.COMMIT_UNKNOWN, 40)) throw new Unreachable("after the commit");
        world.step(node);
        return outcome;
    }

    private Outcome decide(DomainCommand order, Cause cause, List<Rider> riders) {
        Desk<?, ?, ?> desk = desks.of(order);
        for (int tries = 0; tries < 8; tries++) {
            Desk.Decided<?> decided = desk.decide(order);
            world.step(node);
            var first = log.answer(cause.commandId());
            if (first.isPresent()) return first.get();
            if (decided.from() == log.stream(order.streamId()).size()) return commit(order, cause, riders, decided);
            desk.forget(order.streamId());
        }
        throw new Unreachable("others were always faster");
    }

    private Outcome commit(DomainCommand order, Cause cause, List<Rider> riders, Desk.Decided<?> decided) {
        return switch (decided.decision()) {
            case Decision.Rejected<?>(var reason) -> log.remember(cause.commandId(), new Outcome.Refused(reason));
            case Decision.Accepted<?>(List<? extends DomainEvent> events) -> {
                for (Rider rider : riders) lease.require((LeaseRow.Ticket) rider);
                List<Recorded> added = log.append(events, cause, node.instant());
                Outcome done = log.remember(cause.commandId(), new Outcome.Done(log.head(), !events.isEmpty()));
                desks.of(order).wrote(order.streamId(), events);
                oracle.appended(added, node);
                yield done;
            }
        };
    }
}
