package io.daybook.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every route of the API document as everybody, on things that exist: route-matrix.txt says what each is answered with. */
class RouteMatrixTest {
    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = new Stage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void every_route_of_the_document_has_a_row_and_every_row_is_a_route_of_the_document() {
        List<String> rows = MatrixRow.all().stream().map(MatrixRow::route).toList();
        assertThat(rows).doesNotHaveDuplicates();
        Set<String> document = document();
        Set<String> missing = new TreeSet<>(document);
        missing.removeAll(rows);
        assertThat(missing)
                .as("routes of the document that route-matrix.txt lacks")
                .isEmpty();
        Set<String> gone = new TreeSet<>(rows);
        gone.removeAll(document);
        assertThat(gone)
                .as("rows of route-matrix.txt for routes that the document lacks")
                .isEmpty();
    }

    /** In the order of the table, row by row from left to right: what one may do, the next one finds done. */
    @Test
    void everybody_is_answered_as_the_table_says() {
        List<String> wrong = new ArrayList<>();
        for (MatrixRow row : MatrixRow.all()) {
            List<Answer> answers = Arrays.stream(Principal.values())
                    .map(principal -> ask(row, principal))
                    .toList();
            List<Integer> given = answers.stream().map(Answer::status).toList();
            if (given.equals(row.statuses())) continue;
            wrong.add(row.route() + ": " + given + " instead of " + row.statuses());
            for (int i = 0; i < given.size(); i++)
                if (!given.get(i).equals(row.statuses().get(i)))
                    wrong.add(
                            "  " + Principal.values()[i] + ": " + answers.get(i).body());
        }
        assertThat(wrong).isEmpty();
    }

    private static Answer ask(MatrixRow row, Principal principal) {
        Api caller = stage.as(principal);
        String path = row.path(stage).substring("/api/v1".length()) + row.query();
        if (row.body().isEmpty()) return caller.send(row.method(), path, null);
        if (row.body().equals("${roster}")) caller = caller.with("Content-Type", "text/csv");
        return caller.send(row.method(), path, Bodies.filled(row.body(), stage));
    }

    /** Method and path of each operation. */
    static Set<String> document() {
        JsonNode paths = Api.of(stage.daybook).get("//v3/api-docs").json().path("paths");
        return paths.properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
