package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.ProjectionProgress;
import io.daybook.payout.engine.RailEngine;
import io.daybook.payout.engine.RailLease;
import io.daybook.rail.PayoutRail;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A week with a released batch, another node in charge, and engines whose looks and instructions are counted. */
final class StandByStage implements AutoCloseable {
    static final int PEOPLE = 30;

    final PayWeek week = new PayWeek();
    final NodesOfAWeek nodes = new NodesOfAWeek(week);
    final AtomicInteger looks = new AtomicInteger();
    final AtomicInteger sent = new AtomicInteger();
    NodesOfAWeek.Happening onLook = () -> {};
    NodesOfAWeek.Happening onSending = () -> {};
    private String batch = "";

    void anotherFile() {
        JdbcClient.create(week.daybook.database().owner())
                .sql("VACUUM FULL daybook.event_log")
                .update();
    }

    void prepare() throws Exception {
        week.bean(RailEngines.class).stop();
        week.people(PEOPLE).fund(week.total());
        batch = week.approved("week-1");
        week.post(week.checker(), "/payout-batches/" + batch + "/release", "{}", 202);
        week.bean(ProjectionProgress.class).awaitCaughtUp(Duration.ofSeconds(30));
        assertThat(nodes.lease().renew(true)).as("another is in charge").isTrue();
    }

    RailEngine standingBy() throws Exception {
        prepare();
        RailEngine other = engine();
        other.renew();
        assertThat(other.isInCharge()).isFalse();
        other.standBy();
        assertThat(looks.getAndSet(0)).as("looks in advance").isEqualTo(1);
        other.renew();
        return other;
    }

    void takeOver(RailEngine other) throws Exception {
        week.force("UPDATE daybook.engine_lease SET held_until = now() - interval '1 minute'");
        other.renew();
        assertThat(other.isInCharge()).isTrue();
    }

    /** The newest that it has seen, and what came since. */
    void lose(RailEngine seenBy) throws Exception {
        long newest = count("SELECT max(position) FROM daybook.event_log");
        seenBy.renew();
        week.daybook.database().forge("DELETE FROM daybook.event_log WHERE position >= " + newest);
    }

    long begun() {
        return count("SELECT count(*) FROM daybook.event_log WHERE type IN ('PayoutSubmitted', 'StepBegun')");
    }

    private long count(String sql) {
        return JdbcClient.create(week.daybook.database().owner())
                .sql(sql)
                .query(Long.class)
                .single();
    }

    int accepted() {
        return week.batch(batch).path("counts").path("accepted").asInt();
    }

    RailEngine engine() {
        return engine(nodes.lease());
    }

    RailEngine engine(RailLease lease) {
        PayoutRail looking = NodesOfAWeek.before(nodes.rail(), "listSince", () -> {
            looks.incrementAndGet();
            onLook.happen();
        });
        PayoutRail rail = NodesOfAWeek.before(looking, "submit", () -> {
            sent.incrementAndGet();
            onSending.happen();
        });
        return nodes.engine(rail, nodes.commands(), lease);
    }

    void rounds(RailEngine engine) throws InterruptedException {
        for (int round = 0; round < 4; round++) {
            week.bean(ProjectionProgress.class).awaitCaughtUp(Duration.ofSeconds(30));
            engine.send();
        }
    }

    @Override
    public void close() {
        week.close();
    }
}
