package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.eventlog.AppendRefused;
import io.daybook.kernel.Commands;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.kernel.Rider;
import io.daybook.payout.engine.RailEngine;
import io.daybook.payout.engine.RailLease;
import io.daybook.rail.PayoutRail;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TwoNodesTest {
    private static final int PEOPLE = 12;

    private final PayWeek week = new PayWeek();
    private final NodesOfAWeek nodes = new NodesOfAWeek(week);
    private final AtomicBoolean frozen = new AtomicBoolean();
    private final AtomicBoolean takenOver = new AtomicBoolean();
    private final AtomicInteger intentsOfTheFrozen = new AtomicInteger();
    private final AtomicInteger refusedToTheFrozen = new AtomicInteger();

    @AfterEach
    void close() {
        week.close();
    }

    /** The frozen one still believes that the rail is its own: its clock stood still, too. */
    @Test
    void a_node_that_was_frozen_in_the_middle_of_sending_records_no_intent_after_another_took_over() throws Exception {
        week.bean(RailEngines.class).stop();
        week.people(PEOPLE).fund(week.total());
        String id = week.approved("week-1");
        week.post(week.checker(), "/payout-batches/" + id + "/release", "{}", 202);

        RailLease leaseOfOne = nodes.lease();
        RailLease leaseOfOther = nodes.lease();
        assertThat(leaseOfOne.renew(true)).isTrue();
        assertThat(leaseOfOther.renew(true)).as("one node at a time").isFalse();
        PayoutRail rail = week.bean(SimulatorPlant.class).rail();
        RailEngine other = nodes.engine(rail, nodes.commands(), leaseOfOther);
        RailEngine one = nodes.engine(
                NodesOfAWeek.before(rail, "submit", () -> freeze(leaseOfOther, other)),
                watched(nodes.commands()),
                believing(leaseOfOne));

        rounds(one);
        assertThat(takenOver).isTrue();
        assertThat(refusedToTheFrozen.get()).isPositive();
        assertThat(intentsOfTheFrozen.get()).isZero();
        rounds(other);
        assertThat(week.batch(id).path("counts").path("accepted").asInt()).isEqualTo(PEOPLE);
        week.advance(Duration.ofDays(3));
        week.await("the banks", () -> {
            watch(other);
            return week.batch(id).path("counts").path("paid").asInt() == PEOPLE;
        });
        assertThat(week.bean(SimulatorPlant.class).provider().paidPerDestination(PayWeek.USD))
                .isEqualTo(week.earned());
        week.assertBooksAreRight();
    }

    private void freeze(RailLease leaseOfOther, RailEngine other) throws Exception {
        if (!frozen.compareAndSet(false, true)) return;
        week.force("UPDATE daybook.engine_lease SET held_until = now() - interval '1 second'");
        assertThat(leaseOfOther.renew(true)).isTrue();
        takenOver.set(true);
        rounds(other);
    }

    private void rounds(RailEngine engine) throws InterruptedException {
        for (int round = 0; round < 4; round++) {
            week.bean(ProjectionProgress.class).awaitCaughtUp(Duration.ofSeconds(30));
            engine.send();
        }
    }

    private static void watch(RailEngine engine) {
        try {
            engine.watch();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It never notices that time has passed. */
    private static RailLease believing(RailLease lease) {
        return new RailLease() {
            @Override
            public boolean renew(boolean isReady) {
                return lease.renew(isReady);
            }

            @Override
            public boolean isHeld() {
                return true;
            }

            @Override
            public Rider ticket() {
                return lease.ticket();
            }

            @Override
            public void letGo() {
                lease.letGo();
            }
        };
    }

    private Commands watched(Commands commands) {
        return (command, cause, riders) -> {
            boolean late = takenOver.get() && !riders.isEmpty();
            try {
                var outcome = commands.send(command, cause, riders);
                if (late) intentsOfTheFrozen.incrementAndGet();
                return outcome;
            } catch (AppendRefused e) {
                assertThat(e.constraint()).isEqualTo("engine_lease_is_held");
                refusedToTheFrozen.incrementAndGet();
                throw e;
            }
        };
    }
}
