package io.daybook.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.eventlog.AppendRefused;
import io.daybook.api.http.Api.Answer;
import io.daybook.api.vault.TinkPersonVault;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Commands;
import io.daybook.kernel.Hash;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Subject;
import io.daybook.statement.History;
import io.daybook.statement.StatementCommand.IssueStatement;
import io.daybook.statement.StatementId;
import io.daybook.statement.StatementViews;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was stated stays as it was stated, and tells which events it rests on. */
class IssuedStatementsTest {
    private static RunningDaybook daybook;
    private static Api finance;
    private static JdbcClient sql;
    private String contractor = "";
    private String statements = "";

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        finance = Api.of(daybook).as("finance-maker");
        sql = JdbcClient.create(daybook.database().owner());
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @BeforeEach
    void earn() {
        Answer registered = finance.post("/contractors", """
                {"reference": "c-%s", "name": "Ada", "email": "a@example.com", "country": "CH", "currency": "USD"}
                """.formatted(UUID.randomUUID()));
        contractor = registered.json().path("id").asString();
        statements = "/contractors/" + contractor + "/statements";
        adjust(5_000, "\\\"Quoted\\\", in July");
        adjust(700, "r");
    }

    @Test
    void it_is_the_very_next_event_about_the_contractor_after_those_it_counts() {
        long known = eventsAboutThem();
        assertThat(known).isGreaterThanOrEqualTo(3);
        JsonNode issued = issue();
        assertThat(issued.path("count").asLong()).isEqualTo(known);
        assertThat(issued.path("lastPersonSeq").asLong()).isEqualTo(known);
        JsonNode own = Api.of(daybook)
                .as("auditor")
                .get("/audit/events?stream=" + issued.path("id").asString())
                .json()
                .path("items")
                .path(0);
        assertThat(own.path("type").asString()).isEqualTo("StatementIssued");
        assertThat(own.path("personSeq").asLong()).isEqualTo(known + 1);
        assertThat(own.path("eventId")).isEqualTo(issued.path("eventId"));
        assertThat(own.path("payload").path("hash")).isEqualTo(issued.path("hash"));
        adjust(1, "r");
        long knownThen = eventsAboutThem();
        assertThat(knownThen).isGreaterThan(known + 1);
        assertThat(issue().path("count").asLong()).isEqualTo(knownThen);
        JsonNode list = finance.get(statements).json().path("items");
        assertThat(list.size()).isEqualTo(2);
        assertThat(list.path(0)).isEqualTo(issued);
    }

    @Test
    void it_is_the_same_bytes_whatever_is_recorded_or_rebuilt_later() {
        String path = statements + "/" + issue().path("id").asString();
        String json = finance.get(path).body();
        String csv = finance.with("Accept", "text/csv").get(path).body();
        assertThat(finance.get(path).json().at("/parts/0/closing/amount").asLong())
                .isEqualTo(5_700);
        assertThat(csv).contains("CLOSING,,,,,,,57.00,USD,5700");
        adjust(900, "late");
        assertThat(finance.get("/contractors/" + contractor + "/statement")
                        .json()
                        .at("/closing/amount")
                        .asLong())
                .isEqualTo(6_600);
        assertSame(path, json, csv);
        Api operator = Api.of(daybook).as("operator");
        String replay = "/operations/"
                + operator.post("/replays", "{}").json().path("id").asString();
        assertThat(operator.get(replay + "/stream").body()).contains("COMPLETED");
        assertThat(operator.get(replay).json().at("/result/switched").asBoolean())
                .isTrue();
        assertSame(path, json, csv);
    }

    @Test
    void its_hash_can_be_taken_again_by_anybody() {
        JsonNode issued = issue();
        JsonNode text =
                finance.get(statements + "/" + issued.path("id").asString()).json();
        assertThat(text.path("hash")).isEqualTo(issued.path("hash"));
        assertThat(Hash.sha256Hex(sorted(text))).isEqualTo(issued.path("hash").asString());
    }

    @Test
    void once_the_key_is_destroyed_the_words_are_gone_and_the_hash_is_the_same() {
        JsonNode issued = issue();
        String path = statements + "/" + issued.path("id").asString();
        assertThat(finance.get(path).body()).contains("in July");
        daybook.context().getBean(TinkPersonVault.class).destroy(new ContractorId(contractor).person());
        Answer after = finance.get(path);
        assertThat(after.status()).as(after.body()).isEqualTo(200);
        assertThat(after.body()).doesNotContain("in July").contains("\"reason\":\"[erased]\"");
        assertThat(after.json().path("hash")).isEqualTo(issued.path("hash"));
        assertThat(finance.with("Accept", "text/csv").get(path).body()).contains("[erased]");
    }

    @Test
    void books_that_say_something_else_today_are_refused_and_not_shown() {
        String path = statements + "/" + issue().path("id").asString();
        sql.sql("UPDATE view.journal_entry SET occurred_at = occurred_at - INTERVAL '1 second' WHERE contractor = ?")
                .param(contractor)
                .update();
        assertThat(finance.get(path).code()).isEqualTo("statement-differs");
        sql.sql("UPDATE view.journal_entry SET occurred_at = occurred_at + INTERVAL '1 second' WHERE contractor = ?")
                .param(contractor)
                .update();
        assertThat(finance.get(path).status()).isEqualTo(200);
    }

    @Test
    void what_was_recorded_after_the_reading_is_not_left_out_unseen() {
        ContractorId whose = new ContractorId(contractor);
        StatementViews views = daybook.context().getBean(StatementViews.class);
        History before = views.history(whose, Long.MAX_VALUE);
        adjust(1, "r");
        StatementId id = StatementId.of(UUID.randomUUID().toString());
        assertThatThrownBy(() -> send(views, id, whose, before))
                .isInstanceOfSatisfying(
                        AppendRefused.class,
                        refused -> assertThat(refused.constraint()).isEqualTo(StatementViews.CLOSES_HISTORY));
        History tooEarly = new History(before.count() + 1, before.lastPersonSeq() + 1, 1);
        assertThatThrownBy(() -> send(views, id, whose, tooEarly)).isInstanceOf(AppendRefused.class);
        History after = views.history(whose, daybookHead());
        assertThat(send(views, id, whose, after)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_time_that_is_not_over_or_ends_before_it_begins_is_refused_and_nobody_sees_anothers() {
        String today = today(Duration.ZERO).toString();
        assertThat(finance.post(statements, days(today, today)).code()).isEqualTo("illegal-state");
        assertThat(finance.post(statements, days("2020-02-01", "2020-01-31"))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/to");
        String theirs = issue().path("id").asString();
        earn();
        assertThat(finance.get(statements + "/" + theirs).code()).isEqualTo("not-found");
        assertThat(finance.get(statements + "/statement-").code()).isEqualTo("not-found");
    }

    private static Outcome send(StatementViews views, StatementId id, ContractorId whose, History history) {
        Instant to = Instant.parse("2026-01-01T00:00:00Z");
        IssueStatement order = new IssueStatement(
                id,
                whose,
                Instant.EPOCH,
                to,
                history,
                1,
                "ab".repeat(32),
                new Subject("ann"),
                Instant.parse("2026-06-01T00:00:00Z"));
        return daybook.context()
                .getBean(Commands.class)
                .send(
                        order,
                        Cause.of(new CommandId("test:" + id.value()), new Subject("ann")),
                        List.of(views.closing(id, whose, history)));
    }

    private long eventsAboutThem() {
        return sql.sql("SELECT count(*) FROM daybook.event_log WHERE person = ?")
                .param(new ContractorId(contractor).person().value())
                .query(Long.class)
                .single();
    }

    private static long daybookHead() {
        return sql.sql("SELECT max(position) FROM daybook.event_log")
                .query(Long.class)
                .single();
    }

    /** From the first day of the books to the day that ends with it. */
    private JsonNode issue() {
        String yesterday = today(Duration.ofDays(1)).minusDays(1).toString();
        Answer issued = finance.post(statements, days("2026-01-01", yesterday));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        assertThat(issued.header("Location")).endsWith(issued.json().path("id").asString());
        return issued.json();
    }

    private static LocalDate today(Duration advance) {
        String now = Api.of(daybook)
                .post("/dev/clock", "{\"advance\": \"" + advance + "\"}")
                .json()
                .path("now")
                .asString();
        return LocalDate.ofInstant(Instant.parse(now), ZoneOffset.UTC);
    }

    private void assertSame(String path, String json, String csv) {
        assertThat(finance.get(path).body()).isEqualTo(json);
        assertThat(finance.with("Accept", "text/csv").get(path).body()).isEqualTo(csv);
    }

    private static String days(String from, String to) {
        return "{\"from\": \"" + from + "\", \"to\": \"" + to + "\"}";
    }

    private void adjust(long amount, String reason) {
        Answer posted = finance.with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/adjustments", """
                {"contractor": "%s", "kind": "BONUS", "amount": {"amount": %d, "currency": "USD"}, "reason": "%s"}
                """.formatted(contractor, amount, reason));
        assertThat(posted.status()).as(posted.body()).isEqualTo(201);
    }

    /** Another writer's RFC 8785, for texts of printed ASCII. */
    private static String sorted(JsonNode text) {
        ObjectNode rest = (ObjectNode) text;
        rest.remove("hash");
        for (JsonNode line : rest.at("/parts/0/lines")) ((ObjectNode) line).put("reason", "[erased]");
        JsonMapper mapper = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        return mapper.writeValueAsString(mapper.treeToValue(rest, Object.class));
    }
}
