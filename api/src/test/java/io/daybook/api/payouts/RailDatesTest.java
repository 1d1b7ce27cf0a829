package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.rail.simulator.PayoutFate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the books say that something happened at the provider. */
class RailDatesTest {
    private final PayWeek week = new PayWeek();
    private final JdbcClient sql = JdbcClient.create(week.daybook.database().owner());

    @AfterEach
    void close() {
        week.close();
    }

    @Test
    void what_happened_at_the_provider_is_dated_by_its_message_however_late_we_work_it_off() {
        week.people(1).fund(week.total());
        week.bean(SimulatorPlant.class).provider().decideNextPayout("acct_p1", PayoutFate.FAILED_AFTER_PAID);
        String id = week.approved("week-1");
        week.post(week.checker(), "/payout-batches/" + id + "/release", "{}", 202);
        awaitOne(id, "accepted");
        awayFor(Duration.ofDays(3), "PAID");
        awaitOne(id, "paid");
        awayFor(Duration.ofDays(17), "FAILED");
        awaitOne(id, "failedAfterPaid");

        Instant sent = effective("PayoutAccepted");
        Instant paid = effective("PayoutPaid");
        Instant failed = effective("PayoutFailedAfterPaid");
        assertThat(paid).isBetween(sent.plus(Duration.ofHours(12)), sent.plus(Duration.ofDays(2)));
        assertThat(failed).isBetween(paid.plus(Duration.ofHours(12)), sent.plus(Duration.ofDays(10)));
    }

    /** Messages come in all the while; nobody works them off until the last one lies there. */
    private void awayFor(Duration time, String told) {
        week.bean(RailEngines.class).stop();
        week.advance(time);
        week.await(
                "the message",
                () -> sql.sql("SELECT count(*) FROM daybook.rail_inbox WHERE status = ?")
                                .param(told)
                                .query(Long.class)
                                .single()
                        > 0);
        week.bean(RailEngines.class).start();
    }

    private void awaitOne(String batch, String count) {
        week.await(count, () -> week.batch(batch).path("counts").path(count).asInt() == 1);
    }

    private Instant effective(String source) {
        return sql.sql("SELECT effective_at FROM view.journal_entry WHERE source = ?")
                .param(source)
                .query((row, number) -> row.getObject(1, java.time.OffsetDateTime.class))
                .single()
                .toInstant();
    }
}
