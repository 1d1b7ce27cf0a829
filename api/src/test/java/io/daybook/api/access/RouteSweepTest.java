package io.daybook.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.access.RawHttp.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route of the table as everybody, in spellings that are not the documented one: nothing comes of it. */
class RouteSweepTest {
    private static Stage stage;
    private static RawHttp http;

    @BeforeAll
    static void start() {
        stage = new Stage();
        http = new RawHttp(stage.daybook.url());
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    void no_other_spelling_of_a_request_does_what_it_would_not_do() {
        Map<String, Set<String>> documented = new HashMap<>();
        for (MatrixRow row : MatrixRow.all())
            documented.computeIfAbsent(row.pattern(), path -> new HashSet<>()).add(row.method());
        long facts = stage.facts();
        List<String> wrong = new ArrayList<>();
        for (MatrixRow row : MatrixRow.all())
            for (Mutation mutation : mutations(row, documented))
                for (Principal principal : Principal.values()) {
                    Reply reply = send(principal, mutation);
                    boolean asPlain = mutation.same() && row.statuses().get(principal.ordinal()) == reply.status();
                    if (reply.isSuccess() && !asPlain || !isOrderly(reply))
                        wrong.add(principal + " " + mutation + ": " + reply);
                }
        assertThat(wrong).isEmpty();
        assertThat(stage.facts()).as("facts that somebody asked for").isEqualTo(facts);
    }

    private static List<Mutation> mutations(MatrixRow row, Map<String, Set<String>> documented) {
        return Mutation.of(
                row.method(),
                row.path(stage),
                row.body(),
                documented.getOrDefault(row.pattern(), Set.of()),
                stage.daybook.url());
    }

    /** A success, or a problem that tells of nothing inside. */
    private static boolean isOrderly(Reply reply) {
        if (reply.isSuccess()) return true;
        return reply.status() >= 400
                && reply.status() < 500
                && reply.headers().stream().anyMatch(line -> line.startsWith("Content-Type: application/problem+json"))
                && Stream.of("Exception", "io.daybook", "Tomcat").noneMatch(reply.body()::contains);
    }

    private static Reply send(Principal principal, Mutation mutation) {
        List<String> headers = new ArrayList<>(mutation.headers());
        String token = stage.token(principal);
        if (!token.isEmpty()) headers.add("Authorization: Bearer " + token);
        headers.add("Idempotency-Key: " + UUID.randomUUID());
        if (headers.stream().noneMatch(line -> line.startsWith("Content-Type")))
            headers.add("Content-Type: application/json");
        return http.send(mutation.method(), mutation.target(), mutation.version(), headers, mutation.body());
    }
}
