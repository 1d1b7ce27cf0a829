package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventsTest {
    private static RunningDaybook daybook;
    private static Api auditor;

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        Api maker = Api.of(daybook).as("finance-maker");
        for (String who : List.of("E-1", "E-2", "E-3"))
            assertThat(maker.post("/contractors", contractor(who)).status()).isEqualTo(201);
        auditor = Api.of(daybook).as("auditor");
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    private static String contractor(String reference) {
        return """
                {"reference": "%1$s", "name": "Ada %1$s", "email": "%1$s@x.example", "country": "US", "currency": "USD"}
                """.formatted(reference);
    }

    @Test
    void an_auditor_reads_every_event_in_order_and_nothing_personal() {
        Answer all = auditor.with("Accept", "application/x-ndjson").get("/audit/events");
        List<JsonNode> events = lines(all);
        assertThat(events).hasSizeGreaterThanOrEqualTo(3);
        assertThat(events).extracting(event -> event.path("position").asLong()).isSorted();
        assertThat(events)
                .extracting(event -> event.path("metadata").path("actor").asString())
                .isNotEmpty()
                .doesNotContain("");
        assertThat(all.body()).doesNotContain("Ada").doesNotContain("x.example");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.path("payload").isObject()).isTrue();
            assertThat(event.path("metadata").path("version").asString()).isNotEmpty();
        });
    }

    @Test
    void pages_and_lines_show_the_same_events() {
        List<JsonNode> lines =
                lines(auditor.with("Accept", "application/x-ndjson").get("/audit/events"));
        JsonNode first = auditor.get("/audit/events?limit=2").json();
        JsonNode second = auditor.get("/audit/events?limit=2&cursor="
                        + first.path("nextCursor").asString())
                .json();
        assertThat(first.path("items").get(0)).isEqualTo(lines.get(0));
        assertThat(first.path("items").get(1)).isEqualTo(lines.get(1));
        assertThat(second.path("items").get(0)).isEqualTo(lines.get(2));
    }

    @Test
    void what_was_read_is_not_read_again_from_behind_its_position() {
        List<JsonNode> all =
                lines(auditor.with("Accept", "application/x-ndjson").get("/audit/events"));
        String after = "/audit/events?after=" + all.getFirst().path("position").asLong();
        assertThat(lines(auditor.with("Accept", "application/x-ndjson").get(after)))
                .isEqualTo(all.subList(1, all.size()));
        assertThat(auditor.get("/audit/events?after=-1").code()).isEqualTo("bad-parameter");
        assertThat(auditor.get("/audit/events?after=x").code()).isEqualTo("bad-parameter");
    }

    @Test
    void filters_narrow_it_down() {
        JsonNode all = auditor.get("/audit/events").json().path("items");
        String stream = all.get(0).path("stream").asString();
        String type = all.get(0).path("type").asString();
        assertThat(items("?stream=" + stream))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.path("stream").asString()).isEqualTo(stream));
        assertThat(items("?type=" + type))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.path("type").asString()).isEqualTo(type));
        assertThat(items("?actor=nobody-at-all")).isEmpty();
        assertThat(items("?from=2020-01-01&to=2020-12-31")).isEmpty();
    }

    @Test
    void a_contractor_reads_what_is_about_them_and_finance_nothing() {
        Api ada = Api.of(daybook).asContractor("E-1");
        JsonNode own = ada.get("/audit/events").json().path("items");
        assertThat(own.size()).isPositive();
        String person = own.get(0).path("person").asString();
        assertThat(own)
                .allSatisfy(event -> assertThat(event.path("person").asString()).isEqualTo(person));
        assertThat(own.get(0).path("personSeq").asLong()).isEqualTo(1);
        JsonNode others = ada.get("/audit/events?stream="
                        + auditor.get("/audit/events")
                                .json()
                                .path("items")
                                .get(2)
                                .path("stream")
                                .asString())
                .json();
        assertThat(others.path("items").size()).isZero();
        assertThat(Api.of(daybook).as("finance-maker").get("/audit/events").status())
                .isEqualTo(403);
    }

    private static Iterable<JsonNode> items(String query) {
        return auditor.get("/audit/events" + query).json().path("items");
    }

    private static List<JsonNode> lines(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(JsonMapper.shared()::readTree).toList();
    }
}
