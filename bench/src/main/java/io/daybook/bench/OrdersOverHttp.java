package io.daybook.bench;

import io.daybook.api.boot.DaybookServer;
import io.daybook.api.boot.Settings;
import io.daybook.api.postgres.DatabaseAccess;
import io.daybook.bench.Load.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/** Bonuses for people at random, asked for over HTTP by callers that keep their connections, of the whole program. */
final class OrdersOverHttp implements Operation, AutoCloseable {
    private static final int PEOPLE = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final DaybookServer server;
    private final String token;
    private final AtomicLong acknowledged = new AtomicLong();

    OrdersOverHttp(DatabaseAccess access, Path folder) throws IOException, InterruptedException {
        server = DaybookServer.start(Settings.read(List.of(
                "--server.port=0",
                "--daybook.data-dir=" + folder,
                "--daybook.security.dev-tokens=true",
                "--spring.datasource.url=" + access.url(),
                "--spring.datasource.username=" + access.application().user(),
                "--spring.datasource.password=" + access.application().password(),
                "--spring.flyway.user=" + access.owner().user(),
                "--spring.flyway.password=" + access.owner().password())));
        token = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("dev-tokens.json")))
                .path("finance-maker")
                .asString();
        for (int person = 0; person < PEOPLE; person++) register("E-" + person);
    }

    private void register(String reference) throws IOException, InterruptedException {
        post("/contractors", """
                {"reference": "%1$s", "name": "Person %1$s", "email": "%1$s@example.org", "country": "US", "currency": "USD"}
                """.formatted(reference));
    }

    @Override
    public void run(int caller) throws IOException, InterruptedException {
        post("/adjustments", """
                {"contractor": "E-%d", "kind": "BONUS", "amount": {"amount": 1234, "currency": "USD"}, "reason": "for the launch"}
                """.formatted(ThreadLocalRandom.current().nextInt(PEOPLE)));
        acknowledged.incrementAndGet();
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        send(
                201,
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body)));
    }

    /** A read is answered once the views show what was acknowledged before it. */
    void awaitViews() throws IOException, InterruptedException {
        send(200, request("/adjustments?limit=1").GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token);
    }

    private void send(int expected, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected)
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }

    long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
