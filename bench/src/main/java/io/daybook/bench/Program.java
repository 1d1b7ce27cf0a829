package io.daybook.bench;

import io.daybook.api.boot.DaybookServer;
import io.daybook.api.boot.Settings;
import io.daybook.api.postgres.DatabaseAccess;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program on the ground's database, and a client of its API. Errors: IllegalStateException on any no. */
final class Program implements AutoCloseable {
    static final String MAKER = "finance-maker";
    static final String CHECKER = "finance-checker";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final DaybookServer server;
    private final JsonNode tokens;

    /** @param settings beyond those of the database and the folder */
    Program(DatabaseAccess access, Path folder, List<String> settings) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--daybook.data-dir=" + folder,
                "--daybook.security.dev-tokens=true",
                "--spring.datasource.url=" + access.url(),
                "--spring.datasource.username=" + access.application().user(),
                "--spring.datasource.password=" + access.application().password(),
                "--spring.flyway.user=" + access.owner().user(),
                "--spring.flyway.password=" + access.owner().password()));
        all.addAll(settings);
        server = DaybookServer.start(Settings.read(all));
        tokens = JSON.readTree(Files.readString(folder.resolve("dev-tokens.json")));
    }

    JsonNode post(String role, String path, String body) throws IOException, InterruptedException {
        return post(role, path, "application/json", body);
    }

    JsonNode upload(String role, String path, String csv) throws IOException, InterruptedException {
        return post(role, path, "text/csv", csv);
    }

    private JsonNode post(String role, String path, String type, String body) throws IOException, InterruptedException {
        return send(request(role, path)
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    /** Answered once the views show what was acknowledged before it. */
    JsonNode get(String role, String path) throws IOException, InterruptedException {
        return send(request(role, path).GET());
    }

    private HttpRequest.Builder request(String role, String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + tokens.path(role).asString());
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
