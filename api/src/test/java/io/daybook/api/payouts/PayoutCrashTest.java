package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.AccountViews;
import io.daybook.account.AccountViews.Filter;
import io.daybook.account.PayoutStatus;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.kernel.Rider;
import io.daybook.kernel.RiderTable;
import io.daybook.payout.engine.RailEngine;
import io.daybook.payout.engine.RailLease;
import io.daybook.payout.engine.RailPace;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PayoutCrashTest {
    private static final int MOST_MOMENTS = 60;
    private final PayWeek week = new PayWeek();

    @AfterEach
    void close() {
        week.close();
    }

    @Test
    void whenever_it_dies_a_payout_is_made_once() throws InterruptedException {
        week.bean(RailEngines.class).stop();
        week.fund(10_000_000);
        int moment = 1;
        boolean survived = false;
        while (!survived && moment < MOST_MOMENTS) {
            week.person("c" + moment, 1000 + moment);
            String id = week.approved("batch-" + moment);
            week.post(week.checker(), "/payout-batches/" + id + "/release", "{}", 202);
            Crashing crashing = new Crashing(moment);
            carryOut(id, crashing);
            survived = crashing.survived();
            moment++;
        }
        assertThat(survived).as("there are fewer moments than " + MOST_MOMENTS).isTrue();
        assertThat(moment).as("orders and instructions were met").isGreaterThan(12);
        week.advance(Duration.ofDays(3));
        RailEngine engine = engine(new Crashing(Integer.MAX_VALUE));
        week.await("the banks", () -> watch(engine));
        assertThat(week.bean(SimulatorPlant.class).provider().paidPerDestination(PayWeek.USD))
                .isEqualTo(week.earned());
        week.assertBooksAreRight();
    }

    private void carryOut(String batch, Crashing crashing) throws InterruptedException {
        try {
            RailEngine dying = engine(crashing);
            for (int round = 0; round < 5; round++) round(dying);
        } catch (Crashing.Crash crash) {
            RailEngine next = engine(new Crashing(Integer.MAX_VALUE));
            for (int round = 0; round < 50 && isUnsent(batch); round++) round(next);
        }
        assertThat(isUnsent(batch)).as("batch " + batch + " was sent").isFalse();
    }

    private void round(RailEngine engine) throws InterruptedException {
        assertThat(week.bean(ProjectionProgress.class).awaitCaughtUp(Duration.ofSeconds(30)))
                .isTrue();
        engine.send();
    }

    private boolean isUnsent(String batch) {
        week.bean(ProjectionProgress.class).awaitCaughtUp(Duration.ofSeconds(30));
        return week.bean(AccountViews.class).counts(batch).getOrDefault(PayoutStatus.ACCEPTED, 0L) == 0;
    }

    private boolean watch(RailEngine engine) {
        try {
            engine.watch();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return week.bean(AccountViews.class)
                .payouts(new Filter(null, null, null, null, true, false), null, 1)
                .isEmpty();
    }

    private RailEngine engine(Crashing crashing) {
        RailLease alwaysOurs = new RailLease() {
            @Override
            public boolean renew(boolean isReady) {
                return true;
            }

            @Override
            public boolean isHeld() {
                return true;
            }

            @Override
            public Rider ticket() {
                return (RiderTable) connection -> {};
            }

            @Override
            public void letGo() {}
        };
        NodesOfAWeek nodes = new NodesOfAWeek(week);
        return nodes.engine(
                crashing.rail(nodes.rail()), RailPace.UNLIMITED, crashing.commands(nodes.commands()), alwaysOurs);
    }
}
