package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.eventlog.AppendRefused;
import io.daybook.api.eventlog.EventLog;
import io.daybook.api.eventlog.WrittenFacts;
import io.daybook.funding.FundingViews;
import io.daybook.kernel.Commands;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.kernel.Rider;
import io.daybook.payout.engine.EngineModule;
import io.daybook.payout.engine.EngineStore;
import io.daybook.payout.engine.EngineViews;
import io.daybook.payout.engine.RailEngine;
import io.daybook.payout.engine.RailLease;
import io.daybook.payout.engine.RailPace;
import io.daybook.rail.PayoutRail;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TwoNodesTest {
    private static final int PEOPLE = 12;

    private final PayWeek week = new PayWeek();
    private final AtomicBoolean frozen = new AtomicBoolean();
    private final AtomicBoolean takenOver = new AtomicBoolean();
    private final AtomicInteger intentsOfTheFrozen = new AtomicInteger();
    private final AtomicInteger refusedToTheFrozen = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private String batch = "";

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

        RailLease leaseOfOne = lease();
        RailLease leaseOfOther = lease();
        assertThat(leaseOfOne.renew(true)).isTrue();
        assertThat(leaseOfOther.renew(true)).as("one node at a time").isFalse();
        PayoutRail rail = week.bean(SimulatorPlant.class).rail();
        RailEngine other = engine(rail, commands(), leaseOfOther);
        RailEngine one = engine(
                before(rail, "submit", () -> freeze(leaseOfOther, other)), watched(commands()), believing(leaseOfOne));

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

    /** Listing what thousands of accounts were paid takes minutes under a limit: it was done while another was in charge. */
    @Test
    void whoever_stood_by_goes_on_at_once_when_it_takes_over() throws Exception {
        RailEngine other = standingBy();
        takeOver(other);
        rounds(other);
        assertThat(looks.get()).as("looks once it is in charge").isZero();
        assertThat(week.batch(batch).path("counts").path("accepted").asInt()).isEqualTo(PEOPLE);
        other.lookAgain();
        other.send();
        assertThat(looks.get()).as("looks after a person started the rail").isEqualTo(1);
    }

    @Test
    void what_was_seen_in_advance_counts_for_nothing_once_the_log_lacks_what_was_there() throws Exception {
        RailEngine other = standingBy();
        week.force("DELETE FROM daybook.event_log WHERE position = (SELECT max(position) FROM daybook.event_log)");
        takeOver(other);
        other.send();
        assertThat(looks.get()).isEqualTo(1);
    }

    @Test
    void nor_once_the_log_stands_in_another_file() throws Exception {
        RailEngine other = standingBy();
        anotherFile();
        takeOver(other);
        other.send();
        assertThat(looks.get()).isEqualTo(1);
    }

    /** The database may be swapped in less time than a lease lasts. */
    @Test
    void a_node_in_charge_looks_again_once_the_log_lacks_what_was_there() throws Exception {
        RailEngine other = standingBy();
        takeOver(other);
        other.send();
        assertThat(looks.get()).isZero();
        anotherFile();
        other.renew();
        other.send();
        assertThat(looks.get())
                .as("looks of a node in charge after a break in which nothing was lost")
                .isZero();
        week.force("DELETE FROM daybook.event_log WHERE position = (SELECT max(position) FROM daybook.event_log)");
        other.renew();
        assertThat(other.isInCharge()).isTrue();
        other.send();
        assertThat(looks.get()).isEqualTo(1);
    }

    private void anotherFile() throws Exception {
        try (Connection connection = week.daybook.database().owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM FULL daybook.event_log");
        }
    }

    private RailEngine standingBy() throws Exception {
        week.bean(RailEngines.class).stop();
        week.people(PEOPLE).fund(week.total());
        batch = week.approved("week-1");
        week.post(week.checker(), "/payout-batches/" + batch + "/release", "{}", 202);
        week.bean(ProjectionProgress.class).awaitCaughtUp(Duration.ofSeconds(30));
        assertThat(lease().renew(true)).as("another is in charge").isTrue();
        PayoutRail rail = week.bean(SimulatorPlant.class).rail();
        RailEngine other = engine(before(rail, "listSince", looks::incrementAndGet), commands(), lease());
        other.renew();
        assertThat(other.isInCharge()).isFalse();
        other.standBy();
        other.renew();
        return other;
    }

    private void takeOver(RailEngine other) throws Exception {
        week.force("UPDATE daybook.engine_lease SET held_until = now() - interval '1 minute'");
        other.renew();
        assertThat(other.isInCharge()).isTrue();
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

    private RailLease lease() {
        return EngineModule.lease(week.bean(DataSource.class), "simulator");
    }

    private Commands commands() {
        return week.bean(EventLog.class).commands();
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

    private interface Happening {
        void happen() throws Exception;
    }

    private static PayoutRail before(PayoutRail rail, String method, Happening happening) {
        return (PayoutRail) Proxy.newProxyInstance(
                PayoutRail.class.getClassLoader(), new Class<?>[] {PayoutRail.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) happening.happen();
                    try {
                        return called.invoke(rail, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private RailEngine engine(PayoutRail rail, Commands commands, RailLease lease) {
        EventLog log = week.bean(EventLog.class);
        WrittenFacts facts = new WrittenFacts(week.bean(DataSource.class), log.reader());
        return new RailEngine(
                rail,
                new RailPace(0, 1, Duration.ofSeconds(30), java.util.List.of()),
                lease,
                new RailEngine.Tools(
                        commands,
                        facts::at,
                        week.bean(EngineViews.class),
                        week.bean(FundingViews.class),
                        week.bean(PersonVault.class),
                        week.bean(EngineStore.class),
                        week.bean(InstantSource.class)));
    }
}
