package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.ProjectionProgress;
import io.daybook.payout.engine.RailEngine;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailUnavailable;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the provider lists is held against the log in advance by whoever stands by, and again once the log was put back. */
class StandByTest {
    private static final int PEOPLE = 30;
    /** With one call at a time, so many are recorded while it is under way. */
    private static final int MADE_READY = 10;

    private final PayWeek week = new PayWeek();
    private final NodesOfAWeek nodes = new NodesOfAWeek(week);
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private NodesOfAWeek.Happening onLook = () -> {};
    private NodesOfAWeek.Happening onSending = () -> {};
    private String batch = "";

    @AfterEach
    void close() {
        week.close();
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
        lose(other);
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
        lose(other);
        other.renew();
        assertThat(other.isInCharge()).isTrue();
        other.send();
        assertThat(looks.get()).isEqualTo(1);
    }

    /** Up to some hundreds are picked at a time: their intents would hide the very objects that are looked for. */
    @Test
    void what_was_picked_waits_once_the_log_was_put_back() throws Exception {
        RailEngine other = standingBy();
        takeOver(other);
        onSending = () -> {
            if (sent.get() == 2) putBack(other);
        };
        other.send();
        assertThat(looks.get()).isZero();
        assertThat(sent.get()).as("sent before it was seen").isEqualTo(2);
        assertThat(begun()).as("intents recorded before it was seen").isLessThanOrEqualTo(2 + MADE_READY);
        other.send();
        assertThat(looks.get()).isEqualTo(1);
        week.advance(Duration.ofSeconds(2));
        rounds(other);
        assertThat(week.batch(batch).path("counts").path("accepted").asInt()).isEqualTo(PEOPLE);
        assertThat(looks.get()).isEqualTo(1);
    }

    /** It is noticed within two seconds; until then hundreds of intents would hide what is looked for. */
    @Test
    void no_intent_is_recorded_on_a_log_that_was_put_back_even_before_it_is_noticed() throws Exception {
        RailEngine other = standingBy();
        takeOver(other);
        onSending = () -> {
            if (sent.get() == 2) loseNewest(other);
        };
        other.send();
        assertThat(begun()).as("intents recorded before it was put back").isLessThanOrEqualTo(2 + MADE_READY);
        other.send();
        assertThat(begun()).isLessThanOrEqualTo(2 + MADE_READY);
        other.renew();
        other.send();
        assertThat(looks.get()).isEqualTo(1);
        week.advance(Duration.ofSeconds(10));
        rounds(other);
        assertThat(week.batch(batch).path("counts").path("accepted").asInt()).isEqualTo(PEOPLE);
    }

    @Test
    void a_person_starts_the_rail_by_another_node_and_the_one_in_charge_looks_again() throws Exception {
        RailEngine other = standingBy();
        takeOver(other);
        week.post(week.checker(), "/rails/simulator/stop", "{}", 200);
        other.send();
        assertThat(sent.get()).isZero();
        week.post(week.checker(), "/rails/simulator/start", "{}", 200);
        rounds(other);
        assertThat(looks.get()).isEqualTo(1);
        assertThat(week.batch(batch).path("counts").path("accepted").asInt()).isEqualTo(PEOPLE);
    }

    @Test
    void a_doubt_while_it_looks_in_advance_makes_that_look_worthless() throws Exception {
        prepare();
        RailEngine other = engine();
        onLook = other::lookAgain;
        other.renew();
        other.standBy();
        onLook = () -> {};
        takeOver(other);
        other.send();
        assertThat(looks.get()).isEqualTo(2);
    }

    @Test
    void a_look_in_advance_that_was_not_answered_is_made_again_after_a_pause() throws Exception {
        prepare();
        RailEngine other = engine();
        onLook = () -> {
            throw new RailUnavailable("not now");
        };
        other.renew();
        other.standBy();
        other.standBy();
        assertThat(looks.get()).isEqualTo(1);
        onLook = () -> {};
        week.advance(Duration.ofMinutes(2));
        other.standBy();
        assertThat(looks.get()).isEqualTo(2);
        takeOver(other);
        other.send();
        assertThat(looks.get()).isEqualTo(2);
    }

    @Test
    void whoever_is_in_charge_or_about_to_be_does_not_look_in_advance() throws Exception {
        prepare();
        RailEngine other = engine();
        other.standBy();
        takeOver(other);
        other.standBy();
        assertThat(looks.get()).isZero();
    }

    private void anotherFile() throws Exception {
        try (Connection connection = week.daybook.database().owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM FULL daybook.event_log");
        }
    }

    private void prepare() throws Exception {
        week.bean(RailEngines.class).stop();
        week.people(PEOPLE).fund(week.total());
        batch = week.approved("week-1");
        week.post(week.checker(), "/payout-batches/" + batch + "/release", "{}", 202);
        week.bean(ProjectionProgress.class).awaitCaughtUp(Duration.ofSeconds(30));
        assertThat(nodes.lease().renew(true)).as("another is in charge").isTrue();
    }

    private RailEngine standingBy() throws Exception {
        prepare();
        RailEngine other = engine();
        other.renew();
        assertThat(other.isInCharge()).isFalse();
        other.standBy();
        assertThat(looks.getAndSet(0)).as("looks in advance").isEqualTo(1);
        other.renew();
        return other;
    }

    private void takeOver(RailEngine other) throws Exception {
        week.force("UPDATE daybook.engine_lease SET held_until = now() - interval '1 minute'");
        other.renew();
        assertThat(other.isInCharge()).isTrue();
    }

    /** The newest that it has seen, and what came since. */
    private void lose(RailEngine seenBy) throws Exception {
        long newest = count("SELECT max(position) FROM daybook.event_log");
        seenBy.renew();
        week.force("DELETE FROM daybook.event_log WHERE position >= " + newest);
    }

    /** As when a database without the newest event takes the place of the one that had it; all that is under way stays. */
    private void putBack(RailEngine seenBy) throws Exception {
        loseNewest(seenBy);
        seenBy.renew();
    }

    private void loseNewest(RailEngine seenBy) throws Exception {
        AtomicLong before = new AtomicLong(-1);
        week.await("the intents", () -> begun() == before.getAndSet(begun()));
        week.stranger("newest");
        lose(seenBy);
    }

    private long begun() {
        return count("SELECT count(*) FROM daybook.event_log WHERE type IN ('PayoutSubmitted', 'StepBegun')");
    }

    private long count(String sql) {
        return JdbcClient.create(week.daybook.database().owner())
                .sql(sql)
                .query(Long.class)
                .single();
    }

    private RailEngine engine() {
        PayoutRail looking = NodesOfAWeek.before(nodes.rail(), "listSince", () -> {
            looks.incrementAndGet();
            onLook.happen();
        });
        PayoutRail rail = NodesOfAWeek.before(looking, "submit", () -> {
            sent.incrementAndGet();
            onSending.happen();
        });
        return nodes.engine(rail, nodes.commands(), nodes.lease());
    }

    private void rounds(RailEngine engine) throws InterruptedException {
        for (int round = 0; round < 4; round++) {
            week.bean(ProjectionProgress.class).awaitCaughtUp(Duration.ofSeconds(30));
            engine.send();
        }
    }
}
