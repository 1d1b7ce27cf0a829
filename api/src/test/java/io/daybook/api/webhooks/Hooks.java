package io.daybook.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A Daybook with somebody who listens, as an administrator sees it. */
final class Hooks implements AutoCloseable {
    final RunningDaybook daybook = RunningDaybook.start();
    final HookServer server = new HookServer();
    private int people;

    Api admin() {
        return Api.of(daybook).as("admin");
    }

    /** Made, with its secret. */
    JsonNode endpoint(String path, String... types) {
        String wanted = types.length == 0 ? "[]" : "[\"" + String.join("\", \"", types) + "\"]";
        Api.Answer made = admin().post("/webhook-endpoints", """
                {"url": "%s", "eventTypes": %s, "reference": "%s"}
                """.formatted(server.url(path), wanted, path));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    /** Something happens. */
    Api.Answer contractor() {
        people++;
        Api.Answer made = Api.of(daybook).as("finance-maker").post("/contractors", """
                {"reference": "c-%d", "name": "Ada Lovelace", "email": "ada%d@example.com", "country": "CH", "currency": "USD"}
                """.formatted(people, people));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made;
    }

    JsonNode show(JsonNode endpoint) {
        return admin().get("/webhook-endpoints/" + id(endpoint)).json();
    }

    JsonNode deliveries(JsonNode endpoint, String query) {
        return admin().get("/webhook-endpoints/" + id(endpoint) + "/deliveries" + query)
                .json()
                .path("items");
    }

    JsonNode awaitDelivery(JsonNode endpoint, String status) {
        HookServer.await(
                "a delivery " + status,
                () -> !deliveries(endpoint, "?status=" + status).isEmpty());
        return deliveries(endpoint, "?status=" + status).path(0);
    }

    Api.Answer post(JsonNode endpoint, String verb, String body) {
        Api.Answer answer = admin().with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/webhook-endpoints/" + id(endpoint) + "/" + verb, body);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }

    void completed(Api.Answer operation, String role) {
        String path = operation.header("Location").substring("/api/v1".length());
        HookServer.await(
                "the operation",
                () -> Api.of(daybook)
                        .as(role)
                        .get(path)
                        .json()
                        .path("status")
                        .asString()
                        .equals("COMPLETED"));
    }

    void advance(Duration by) {
        Api.of(daybook).post("/dev/clock", "{\"advance\": \"" + by + "\"}");
    }

    JdbcClient database() {
        return JdbcClient.create(daybook.database().owner());
    }

    <T> T bean(Class<T> type) {
        return daybook.context().getBean(type);
    }

    static String id(JsonNode endpoint) {
        return endpoint.path("id").asString();
    }

    @Override
    public void close() {
        server.close();
        daybook.close();
    }
}
