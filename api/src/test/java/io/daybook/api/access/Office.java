package io.daybook.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import io.daybook.api.security.TestTokens;
import java.time.InstantSource;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A running Daybook with people who sign in as whoever they are. */
final class Office implements AutoCloseable {
    final RunningDaybook daybook = RunningDaybook.start();

    Api as(String subject, String... roles) {
        return bearing(TestTokens.of(daybook, subject, roles));
    }

    Api bearing(String token) {
        return Api.of(daybook).with("Authorization", "Bearer " + token);
    }

    Api admin(String subject) {
        return as(subject, "admin");
    }

    /** A key that Ada made and Bob approved; its secret, and then its id. */
    String[] key(String owner, String... roles) {
        Answer made = make(owner, roles);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().at("/key/id").asString();
        Answer approved = admin("bob").post("/api-keys/" + id + "/approve", null);
        assertThat(approved.json().path("status").asString())
                .as(approved.body())
                .isEqualTo("ACTIVE");
        return new String[] {made.json().path("secret").asString(), id};
    }

    Answer make(String owner, String... roles) {
        String end = daybook.context().getBean(InstantSource.class).instant().plusSeconds(86_400) + "";
        return admin(owner)
                .post(
                        "/api-keys",
                        "{\"name\": \"night export\", \"roles\": [\"%s\"], \"expiresAt\": \"%s\"}"
                                .formatted(String.join("\", \"", roles), end));
    }

    String contractor() {
        JsonNode made = as("clerk", "finance-maker")
                .post(
                        "/contractors",
                        "{\"reference\": \"%s\", \"name\": \"C\", \"email\": \"c@example.com\", \"country\": \"CH\", \"currency\": \"USD\"}"
                                .formatted(UUID.randomUUID()))
                .json();
        return made.path("id").asString();
    }

    @Override
    public void close() {
        daybook.close();
    }
}
