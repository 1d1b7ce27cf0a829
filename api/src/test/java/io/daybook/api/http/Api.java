package io.daybook.api.http;

import io.daybook.api.boot.RunningDaybook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a running Daybook, as one role or as nobody. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String url;
    private final JsonNode tokens;
    private final Map<String, String> headers;

    private Api(String url, JsonNode tokens, Map<String, String> headers) {
        this.url = url;
        this.tokens = tokens;
        this.headers = headers;
    }

    /** As nobody; the tokens are read from the data folder. */
    public static Api of(RunningDaybook daybook) {
        return new Api(daybook.url(), read(daybook.dataDir().resolve("dev-tokens.json")), Map.of());
    }

    /** Answers of the server, with the body as JSON where it is some. */
    public record Answer(int status, Map<String, String> headers, String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The code of a problem. */
        public String code() {
            return json().path("code").asString("");
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }
    }

    public Api as(String role) {
        return with("Authorization", "Bearer " + token(role));
    }

    public Api asContractor(String reference) {
        return with("Authorization", "Bearer " + contractorToken(reference));
    }

    /** Empty for a contractor's: each has their own. */
    public String token(String role) {
        return tokens.path(role).asString("");
    }

    public String contractorToken(String reference) {
        String body = "{\"contractor\": \"" + reference + "\"}";
        return post("/dev/tokens", body).json().path("token").asString();
    }

    public Api with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Api(url, tokens, more);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, @Nullable String json) {
        return send("POST", path, json);
    }

    /** @param path below {@code /api/v1}, or from the root where it begins with two slashes */
    public Answer send(String method, String path, @Nullable String json) {
        String target = url + (path.startsWith("//") ? path.substring(1) : "/api/v1" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target));
        headers.forEach(request::setHeader);
        if (json != null && !headers.containsKey("Content-Type")) request.setHeader("Content-Type", "application/json");
        request.method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            Map<String, String> got = new LinkedHashMap<>();
            answer.headers()
                    .map()
                    .forEach((name, values) ->
                            got.put(name.toLowerCase(java.util.Locale.ROOT), String.join(", ", values)));
            return new Answer(answer.statusCode(), got, answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
