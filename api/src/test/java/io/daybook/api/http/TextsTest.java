package io.daybook.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api.Answer;
import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Texts as they come in. */
class TextsTest {
    private static RunningDaybook daybook;
    private static Api maker;

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        maker = Api.of(daybook).as("finance-maker");
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @Test
    void however_it_was_typed_it_is_the_same() {
        String typed = "ame\u0301lie-\u1112\u1161\u11ab";
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        Answer made = contractor(typed, "Zoe\u0308");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("reference").asString()).isEqualTo(composed);
        assertThat(made.json().path("name").asString()).isEqualTo("Zo\u00eb");
        assertThat(contractor(composed, "Somebody else").code()).isEqualTo("reference-taken");
        String decomposed = "ame%CC%81lie-%E1%84%92%E1%85%A1%E1%86%AB";
        assertThat(maker.get("/engagements?contractor=" + decomposed).status()).isEqualTo(200);
        assertThat(maker.get("/engagements?contractor=nobody").status()).isEqualTo(404);
    }

    @Test
    void what_is_not_printed_is_no_part_of_what_something_is_found_by() {
        for (String odd : List.of(
                "\u202e",
                "\u2066",
                "\u200b",
                "\ufeff",
                "\u00ad",
                "\u0007",
                "\u001b",
                "\u0085",
                "\u2028",
                "\ue000",
                "\ud83f\udffe",
                "\u0378",
                "\n")) {
            Answer answer = contractor("a" + odd + "b", "Ada");
            assertThat(answer.code())
                    .as("U+%04X".formatted((int) odd.charAt(0)))
                    .isEqualTo("bad-value");
            assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                    .isEqualTo("/reference");
            assertThat(contractor(UUID.randomUUID().toString(), "A" + odd + "da")
                            .code())
                    .isEqualTo("bad-value");
        }
    }

    @Test
    void what_languages_are_written_with_is() {
        for (String name : List.of(
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "\u0915\u094d\u200d\u0937",
                "O\u2019Brien",
                "\ud83d\ude00",
                "\u674e\u660e",
                "Jos\u00e9 Mar\u00eda",
                "x' OR '1'='1",
                "${jndi:ldap://x}",
                "<b>")) {
            Answer answer = contractor(UUID.randomUUID().toString(), name);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            assertThat(answer.json().path("name").asString()).isEqualTo(name);
        }
    }

    private static Answer contractor(String reference, String name) {
        return maker.post(
                "/contractors",
                "{\"reference\": %s, \"name\": %s, \"email\": \"a@example.com\", \"country\": \"CH\", \"currency\": \"USD\"}"
                        .formatted(json(reference), json(name)));
    }

    private static String json(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
