package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.payout.engine.RailEngine;
import io.daybook.payout.engine.RailLease;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database is put back, or may have been, under the node that is in charge. */
class LogPutBackTest {
    /** With one call at a time, so many are recorded while it is under way. */
    private static final int MADE_READY = 10;

    private final StandByStage stage = new StandByStage();

    @AfterEach
    void close() {
        stage.close();
    }

    /** The database may be swapped in less time than a lease lasts. */
    @Test
    void a_node_in_charge_looks_again_once_the_log_lacks_what_was_there() throws Exception {
        RailEngine other = stage.standingBy();
        stage.takeOver(other);
        other.send();
        assertThat(stage.looks.get()).isZero();
        stage.anotherFile();
        other.renew();
        other.send();
        assertThat(stage.looks.get())
                .as("looks of a node in charge after a break in which nothing was lost")
                .isZero();
        stage.lose(other);
        other.renew();
        assertThat(other.isInCharge()).isTrue();
        other.send();
        assertThat(stage.looks.get()).isEqualTo(1);
    }

    /** Up to some hundreds are picked at a time: their intents would hide the very objects that are looked for. */
    @Test
    void what_was_picked_waits_once_the_log_was_put_back() throws Exception {
        RailEngine other = stage.standingBy();
        stage.takeOver(other);
        stage.onSending = () -> {
            if (stage.sent.get() == 2) putBack(other);
        };
        other.send();
        assertThat(stage.looks.get()).isZero();
        assertThat(stage.sent.get()).as("sent before it was seen").isEqualTo(2);
        assertThat(stage.begun()).as("intents recorded before it was seen").isLessThanOrEqualTo(2 + MADE_READY);
        other.send();
        assertThat(stage.looks.get()).isEqualTo(1);
        stage.week.advance(Duration.ofSeconds(2));
        stage.rounds(other);
        assertThat(stage.accepted()).isEqualTo(StandByStage.PEOPLE);
        assertThat(stage.looks.get()).isEqualTo(1);
    }

    /** It is noticed within two seconds; until then hundreds of intents would hide what is looked for. */
    @Test
    void no_intent_is_recorded_on_a_log_that_was_put_back_even_before_it_is_noticed() throws Exception {
        RailEngine other = stage.standingBy();
        stage.takeOver(other);
        stage.onSending = () -> {
            if (stage.sent.get() == 2) loseNewest(other);
        };
        other.send();
        assertThat(stage.begun()).as("intents recorded before it was put back").isLessThanOrEqualTo(2 + MADE_READY);
        other.send();
        assertThat(stage.begun()).isLessThanOrEqualTo(2 + MADE_READY);
        other.renew();
        other.send();
        assertThat(stage.looks.get()).isEqualTo(1);
        stage.week.advance(Duration.ofSeconds(10));
        stage.rounds(other);
        assertThat(stage.accepted()).isEqualTo(StandByStage.PEOPLE);
    }

    /** Its process stood still in there, another was in charge meanwhile, and the server was started again. */
    @Test
    void a_lease_that_was_lost_and_taken_back_while_it_was_renewed_shuts_the_gate() throws Exception {
        stage.prepare();
        RailLease own = stage.nodes.lease();
        RailEngine other = stage.engine(renewing(own, () -> {
            if (!own.isHeld()) return;
            stage.anotherFile();
            stage.week.force("UPDATE daybook.engine_lease SET owner = 'another', fence = fence + 1, held_until = now()"
                    + " - interval '1 minute'");
        }));
        other.renew();
        other.standBy();
        stage.takeOver(other);
        other.send();
        assertThat(stage.looks.getAndSet(0)).as("looks in advance").isEqualTo(1);
        other.renew();
        assertThat(other.isInCharge()).isTrue();
        other.send();
        assertThat(stage.looks.get()).isEqualTo(1);
    }

    @Test
    void a_person_starts_the_rail_by_another_node_and_the_one_in_charge_looks_again() throws Exception {
        RailEngine other = stage.standingBy();
        stage.takeOver(other);
        stage.week.post(stage.week.checker(), "/rails/simulator/stop", "{}", 200);
        other.send();
        assertThat(stage.sent.get()).isZero();
        stage.week.post(stage.week.checker(), "/rails/simulator/start", "{}", 200);
        stage.rounds(other);
        assertThat(stage.looks.get()).isEqualTo(1);
        assertThat(stage.accepted()).isEqualTo(StandByStage.PEOPLE);
    }

    /** As when a database without the newest event takes the place of the one that had it; all that is under way stays. */
    private void putBack(RailEngine seenBy) throws Exception {
        loseNewest(seenBy);
        seenBy.renew();
    }

    private void loseNewest(RailEngine seenBy) throws Exception {
        AtomicLong before = new AtomicLong(-1);
        stage.week.await("the intents", () -> stage.begun() == before.getAndSet(stage.begun()));
        stage.week.stranger("newest");
        stage.lose(seenBy);
    }

    private static RailLease renewing(RailLease lease, NodesOfAWeek.Happening before) {
        return (RailLease) Proxy.newProxyInstance(
                RailLease.class.getClassLoader(), new Class<?>[] {RailLease.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals("renew")) before.happen();
                    return called.invoke(lease, arguments);
                });
    }
}
