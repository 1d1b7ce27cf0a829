package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.calendar.AccountingMonth;
import io.daybook.contractor.ContractorId;
import io.daybook.rail.simulator.PayoutFate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What comes after a month was closed does not change what was said about it. */
class ClosedMonthTest {
    private static final String CLOSE = "/accounting-periods/%s/close";
    private static final String REOPEN = "/accounting-periods/%s/reopen";

    private static final String WHO = ContractorId.of("p1").value();

    private final PayWeek week = new PayWeek();
    private final JdbcClient sql = JdbcClient.create(week.daybook.database().owner());

    @AfterEach
    void close() {
        week.close();
    }

    @Test
    void a_payout_that_fails_after_its_month_was_closed_is_dated_in_the_first_open_one() {
        AccountingMonth month = month();
        String batch = paidAndThenFailing();
        AccountingMonth last = month();
        for (AccountingMonth each = month; each.compareTo(last) < 0; each = each.next()) close(each);
        JsonNode statement = statement(month, last);

        week.bean(RailEngines.class).start();
        week.await(
                "the failure",
                () -> week.batch(batch).path("counts").path("failedAfterPaid").asInt() == 1);

        assertThat(statement(month, last)).isEqualTo(statement);
        assertThat(effective("PayoutFailedAfterPaid")).isEqualTo(last.startsAt(ZoneOffset.UTC));
        JsonNode now = week.get("/contractors/" + WHO + "/statement");
        assertThat(now.at("/totals/returned/amount").asLong()).isEqualTo(week.total());
        assertThat(now.at("/closing/amount").asLong()).isEqualTo(week.total());
        assertThat(week.get("/ledger/integrity").path("ok").asBoolean()).isTrue();
    }

    @Test
    void two_people_close_a_month_once_it_is_over_and_two_open_it_again() {
        week.people(1);
        String id = month().id();
        week.post(week.maker(), CLOSE.formatted(id), null, 409);
        week.post(week.maker(), CLOSE.formatted("1999-01"), null, 404);
        week.post(week.maker(), CLOSE.formatted("may"), null, 404);
        week.advance(Duration.ofDays(31));
        JsonNode signed = week.post(week.maker(), CLOSE.formatted(id), null, 202);
        assertThat(signed.path("status").asString()).isEqualTo("SOFT_CLOSED");
        week.post(week.maker(), CLOSE.formatted(id), null, 403);
        JsonNode closed = week.post(week.checker(), CLOSE.formatted(id), "{}", 200);
        assertThat(closed.path("status").asString()).isEqualTo("CLOSED");
        JsonNode listed = week.get("/accounting-periods?limit=500").path("items");
        assertThat(listed.path(0).path("status").asString()).isEqualTo("OPEN");
        assertThat(listed.path(1)).isEqualTo(closed);

        week.post(week.checker(), REOPEN.formatted(id), null, 400);
        String why = "{\"reason\": \"An invoice came late\"}";
        JsonNode asked = week.post(week.checker(), REOPEN.formatted(id), why, 202);
        assertThat(asked.at("/reopening/reason").asString()).isEqualTo("An invoice came late");
        week.post(week.checker(), REOPEN.formatted(id), why, 403);
        assertThat(week.post(week.maker(), REOPEN.formatted(id), null, 200)
                        .path("status")
                        .asString())
                .isEqualTo("OPEN");
        assertThat(sql.sql("SELECT convert_from(payload, 'UTF8') FROM daybook.event_log WHERE type = 'ReopeningAsked'")
                        .query(String.class)
                        .single())
                .doesNotContain("invoice");
    }

    /** One person paid in the present month; two months later the provider's word of a failure lies there unread. */
    private String paidAndThenFailing() {
        week.people(1).fund(week.total());
        week.bean(SimulatorPlant.class).provider().decideNextPayout("acct_p1", PayoutFate.FAILED_AFTER_PAID);
        String batch = week.approved("week-1");
        week.post(week.checker(), "/payout-batches/" + batch + "/release", "{}", 202);
        week.await(
                "sent", () -> week.batch(batch).path("counts").path("accepted").asInt() == 1);
        week.advance(Duration.ofDays(2));
        week.await("paid", () -> week.batch(batch).path("counts").path("paid").asInt() == 1);
        week.bean(RailEngines.class).stop();
        week.advance(Duration.ofDays(60));
        week.await(
                "the message",
                () -> sql.sql("SELECT count(*) FROM daybook.rail_inbox WHERE status = 'FAILED'")
                                .query(Long.class)
                                .single()
                        > 0);
        return batch;
    }

    private void close(AccountingMonth month) {
        week.post(week.maker(), CLOSE.formatted(month.id()), null, 202);
        week.post(week.checker(), CLOSE.formatted(month.id()), null, 200);
    }

    private AccountingMonth month() {
        return AccountingMonth.of(week.bean(InstantSource.class).instant(), ZoneOffset.UTC);
    }

    /** Without the position up to which it was asked: that goes on with the log. */
    private JsonNode statement(AccountingMonth from, AccountingMonth to) {
        String until = to.month().atDay(1).minusDays(1).toString();
        String path = "/contractors/" + WHO + "/statement?from=" + from.month().atDay(1) + "&to=" + until;
        return ((ObjectNode) week.get(path)).without("knownAt");
    }

    private Instant effective(String source) {
        return sql.sql("SELECT effective_at FROM view.journal_entry WHERE source = ?")
                .param(source)
                .query((row, number) -> row.getObject(1, java.time.OffsetDateTime.class))
                .single()
                .toInstant();
    }
}
