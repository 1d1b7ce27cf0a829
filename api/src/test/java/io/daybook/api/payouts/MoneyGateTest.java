package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.AccountViews;
import io.daybook.account.AccountViews.Filter;
import io.daybook.account.PayoutView;
import io.daybook.account.PayoutView.WaitsFor;
import io.daybook.api.eventlog.WrittenFacts;
import io.daybook.contractor.ContractorViews;
import io.daybook.funding.FundingViews;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.payout.PayoutBatchView;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.payout.Rails;
import io.daybook.payout.engine.EngineStore;
import io.daybook.payout.engine.RailEngine;
import io.daybook.payout.engine.RailPace;
import io.daybook.payout.engine.SealGate;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.simulator.Fault;
import io.daybook.rail.simulator.PayoutFate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Engines over a real log, with a sealer that seals when it is told to. */
class MoneyGateTest {
    private static final Duration NOW = Duration.ZERO;
    private static final int PEOPLE = 3;

    private final PayWeek week = new PayWeek();
    private final SealByHand sealer = new SealByHand();
    private final SealGate gate = new SealGate(sealer, week.bean(WrittenFacts.class)::ofStream);
    private final AtomicInteger sent = new AtomicInteger();

    @AfterEach
    void close() {
        week.close();
    }

    @Test
    void nothing_is_sent_or_even_begun_before_its_release_is_sealed_and_all_of_it_once_it_is() throws Exception {
        String batch = released();
        RailEngine engine = engine();
        long release = positionOf("BatchReleased");
        rounds(engine);
        assertThat(sent).as("before the first checkpoint").hasValue(0);
        assertThat(moves().of(view(batch)).what()).contains("waiting for seal", "seal-stalled");
        sealer.upTo(release - 1, NOW);
        rounds(engine);
        assertThat(sent).as("one event short").hasValue(0);
        assertThat(view(batch).status().name()).isEqualTo("RELEASED");
        assertThat(moves().of(view(batch)).what()).contains("waiting for seal").doesNotContain("seal-stalled");
        assertThat(moves().waitsFor(view(batch))).isEqualTo(WaitsFor.SEAL);
        sealer.upTo(release, Duration.ofSeconds(60));
        rounds(engine);
        assertThat(sent).as("under an old checkpoint").hasValue(0);
        sealer.upTo(release, Duration.ofSeconds(58));
        week.await("the sending", () -> after(engine, batch, "accepted") == PEOPLE);
        assertThat(moves().of(view(batch)).what()).doesNotContain("seal");
        assertThat(moves().waitsFor(view(batch))).isNull();
    }

    @Test
    void under_an_old_checkpoint_what_was_begun_is_not_sent_again_and_says_what_it_waits_for() throws Exception {
        String batch = released();
        RailEngine engine = engine();
        sealer.upTo(Long.MAX_VALUE, NOW);
        for (int i = 0; i < 200; i++) week.bean(SimulatorPlant.class).provider().failNextWrite(Fault.RATE_LIMITED);
        rounds(engine);
        int tried = sent.get();
        assertThat(tried).isPositive();
        sealer.upTo(Long.MAX_VALUE, Duration.ofSeconds(60));
        week.advance(Duration.ofMinutes(10));
        rounds(engine);
        assertThat(sent).hasValue(tried);
        PayoutView payout = payout();
        assertThat(outlook(payout).next().what()).contains("waiting for seal");
        assertThat(engine.nextAt(payout)).isEmpty();
    }

    @Test
    void a_further_attempt_waits_until_what_let_it_be_made_is_sealed() throws Exception {
        String batch = released();
        RailEngine engine = engine();
        week.bean(SimulatorPlant.class).provider().decideNextPayout("acct_p1", PayoutFate.FAILED);
        sealer.upTo(positionOf("BatchReleased"), NOW);
        week.await("the sending", () -> after(engine, batch, "accepted") == PEOPLE);
        week.advance(Duration.ofDays(3));
        week.await("the banks", () -> after(engine, batch, "failed") == 1);
        String failed = week.get("/payout-batches/" + batch + "/payouts?status=FAILED")
                .path("items")
                .path(0)
                .path("id")
                .asString();
        week.post(week.checker(), "/payouts/" + failed + "/retry", "{}", 200);
        int before = sent.get();
        rounds(engine);
        assertThat(sent).as("the retry is not sealed").hasValue(before);
        sealer.upTo(positionOf("PayoutRetried"), NOW);
        week.advance(Duration.ofSeconds(2));
        week.await("the retry", () -> after(engine, batch, "accepted") == 1);
        assertThat(sent).hasValue(before + 1);
    }

    @Test
    void a_row_that_says_released_releases_nothing() throws Exception {
        week.bean(RailEngines.class).stop();
        week.people(PEOPLE).fund(week.total());
        String batch = week.approved("week-1");
        caughtUp();
        week.force(
                "UPDATE view.payout_batch SET status = 'EXECUTING', released_at = now() WHERE batch = '" + batch + "'");
        sealer.upTo(Long.MAX_VALUE, NOW);
        rounds(engine());
        assertThat(sent).hasValue(0);
        assertThat(moves().of(view(batch)).what()).contains("the log has no release of it");
    }

    @Test
    void while_nobody_seals_an_alert_says_so_whether_or_not_anything_waits() throws Exception {
        PayoutAlerts alerts = alerts();
        alerts.look();
        assertThat(alerts.alerts()).extracting(Alert::name).containsExactly("seal-stalled:daybook");
        sealer.upTo(1, NOW);
        alerts.look();
        assertThat(alerts.alerts()).isEmpty();
        released();
        sealer.upTo(1, Duration.ofSeconds(60));
        alerts.look();
        assertThat(alerts.alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.detail()).contains("under way: 1"));
    }

    private PayoutAlerts alerts() {
        return new PayoutAlerts(
                week.bean(AccountViews.class),
                week.bean(FundingViews.class),
                week.bean(PayoutBatchViews.class),
                week.bean(BatchPages.class),
                week.bean(Rails.class),
                week.bean(RailDesk.class),
                week.bean(RailEngines.class),
                week.bean(EngineStore.class),
                gate,
                week.bean(TokenAlerts.class),
                week.bean(DataSource.class),
                week.bean(InstantSource.class));
    }

    private String released() throws Exception {
        week.bean(RailEngines.class).stop();
        week.people(PEOPLE).fund(week.total());
        String batch = week.approved("week-1");
        week.post(week.checker(), "/payout-batches/" + batch + "/release", "{}", 202);
        caughtUp();
        return batch;
    }

    private RailEngine engine() {
        NodesOfAWeek nodes = new NodesOfAWeek(week);
        PayoutRail rail = NodesOfAWeek.before(nodes.rail(), "submit", sent::incrementAndGet);
        RailPace pace = new RailPace(0, 1, Duration.ofSeconds(30), List.of());
        RailEngine engine = nodes.engine(rail, pace, nodes.commands(), nodes.lease(), gate);
        week.await("the lease", () -> {
            engine.renew();
            return engine.isInCharge();
        });
        return engine;
    }

    private void rounds(RailEngine engine) throws InterruptedException {
        for (int round = 0; round < 4; round++) {
            caughtUp();
            engine.renew();
            engine.send();
        }
        caughtUp();
    }

    private void caughtUp() {
        assertThat(week.bean(ProjectionProgress.class).awaitCaughtUp(Duration.ofSeconds(30)))
                .isTrue();
    }

    private BatchMoves moves() {
        return new BatchMoves(week.bean(EngineStore.class), gate);
    }

    private NextMoves.Outlook outlook(PayoutView payout) {
        return new NextMoves(
                        week.bean(EngineStore.class),
                        week.bean(PayoutBatchViews.class),
                        week.bean(ContractorViews.class),
                        week.bean(AccountViews.class),
                        gate,
                        week.bean(InstantSource.class))
                .of(payout);
    }

    private PayoutView payout() {
        return week.bean(AccountViews.class).payouts(Filter.ALL, null, 1).getFirst();
    }

    private PayoutBatchView view(String batch) {
        return week.bean(BatchPages.class).find(batch);
    }

    private int count(String batch, String status) {
        return week.batch(batch).path("counts").path(status).asInt();
    }

    /** Some rounds on. */
    private int after(RailEngine engine, String batch, String status) {
        try {
            rounds(engine);
            engine.watch();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return count(batch, status);
    }

    private long positionOf(String type) {
        return JdbcClient.create(week.daybook.database().owner())
                .sql("SELECT max(position) FROM daybook.event_log WHERE type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }
}
