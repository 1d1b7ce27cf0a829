package io.daybook.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.document.Document;
import io.daybook.api.http.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever is asked, well or badly, the answer is one that the API document tells of. */
class LiveAnswersTest {
    private static final long SEED = Long.getLong("seed", 20_260_105L);
    private static final int ASKED_OF_EACH = 25;

    @Test
    void every_answer_is_as_the_document_says() {
        try (Stage stage = new Stage()) {
            Document document = Document.of(stage.daybook);
            Map<String, JsonNode> operations = document.operations();
            RandomCalls calls = new RandomCalls(new Random(SEED), stage);
            List<String> wrong = new ArrayList<>();
            TreeSet<String> succeeded = new TreeSet<>();
            for (MatrixRow row : MatrixRow.all()) {
                JsonNode operation = Objects.requireNonNull(operations.get(row.route()), row.route());
                for (int i = 0; i < ASKED_OF_EACH; i++) {
                    RandomCalls.Call call = calls.next(row, operation, i == 0);
                    Answer answer = call.send();
                    if (answer.status() < 300) succeeded.add(row.route());
                    for (String fault : faults(document, operation, answer))
                        wrong.add(row.route() + ": " + call + " -> " + answer.status() + ": " + fault);
                }
            }
            assertThat(wrong).as("answers under -Dseed=" + SEED).isEmpty();
            List<String> never = new ArrayList<>(able());
            never.removeAll(succeeded);
            assertThat(never)
                    .as("operations that never succeeded: a wrong call before may take a few away")
                    .hasSizeLessThan(5);
        }
    }

    /** Lines, of which there may be none. */
    private static boolean mayBeEmpty(String type) {
        return type.startsWith("text/") || type.startsWith("application/x-ndjson");
    }

    /** Those that somebody succeeds with, by the table. */
    private static List<String> able() {
        return MatrixRow.all().stream()
                .filter(row -> row.statuses().stream().anyMatch(status -> status < 300))
                .map(MatrixRow::route)
                .toList();
    }

    private static List<String> faults(Document document, JsonNode operation, Answer answer) {
        String status = Integer.toString(answer.status());
        JsonNode told = operation.at("/responses/" + status);
        if (answer.status() == 500) return List.of("failed");
        if (told.isMissingNode()) return List.of("is not documented: " + answer.body());
        List<String> faults = new ArrayList<>();
        for (String header : told.path("headers").propertyNames())
            if (!List.of("Link", "Content-Disposition").contains(header)
                    && answer.header(header).isEmpty()) faults.add("has no " + header);
        if (answer.body().isEmpty()) {
            if (told.has("content") && !mayBeEmpty(answer.header("Content-Type"))) faults.add("has no body");
            return faults;
        }
        String type = answer.header("Content-Type").split(";")[0];
        JsonNode media = told.path("content").path(type);
        if (media.isMissingNode()) {
            faults.add(type + " is not documented");
        } else if (type.equals("application/x-ndjson")) {
            answer.body()
                    .lines()
                    .limit(20)
                    .forEach(line ->
                            faults.addAll(document.faults(media.path("schema"), new Answer(0, Map.of(), line).json())));
        } else if (type.endsWith("json")) {
            faults.addAll(document.faults(media.path("schema"), answer.json()));
            if (answer.status() >= 400 && !media.path("examples").has(answer.code()))
                faults.add(answer.code() + " is not documented: " + answer.body());
        }
        return faults;
    }
}
