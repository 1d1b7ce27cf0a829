package io.daybook.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an OpenID Connect issuer publishes about itself. Nothing is followed elsewhere: no redirect, no plain HTTP behind HTTPS;
 * answers are waited for and read only so far.
 */
final class IssuerDocuments {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 1 << 18;
    private static final String METADATA = "/.well-known/openid-configuration";

    private final String uri;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(Redirect.NEVER)
            .build();

    /** @param uri as it is configured, with or without a slash at its end */
    IssuerDocuments(String uri) {
        this(uri, PATIENCE);
    }

    /** @param patience for each document */
    IssuerDocuments(String uri, Duration patience) {
        this.uri = uri;
        this.patience = patience;
    }

    /** @param issuer its name as it spells it itself: that is what its tokens say */
    record Metadata(String issuer, String jwksUri) {}

    String uri() {
        return uri;
    }

    Metadata metadata() throws IOException {
        JsonNode document = json(get(withoutSlash(uri) + METADATA));
        String name = document.path("issuer").asString("");
        if (!withoutSlash(name).equals(withoutSlash(uri)))
            throw new IOException(
                    "its metadata are about another issuer: daybook.security.issuer-uri must be its name");
        return new Metadata(name, document.path("jwks_uri").asString(""));
    }

    /** The key set's text. */
    String keys(Metadata metadata) throws IOException {
        return get(metadata.jwksUri());
    }

    private String get(String target) throws IOException {
        try {
            URI address = URI.create(target);
            if (!"https".equals(address.getScheme())
                    && (uri.startsWith("https:") || !"http".equals(address.getScheme())))
                throw new IOException("its keys must be at an https address");
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Accept", "application/json")
                    .build();
            HttpResponse<String> answer =
                    answer(http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), MOST_BYTES)));
            if (answer.statusCode() != 200) throw new IOException("it answered " + answer.statusCode());
            return answer.body();
        } catch (IllegalArgumentException e) {
            throw new IOException("it gives an address that is none", e);
        }
    }

    /** To the end of the body: a request's own timeout would hold for its head only. */
    private <T> T answer(CompletableFuture<T> coming) throws IOException {
        try {
            return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new IOException("it did not answer within " + patience, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            coming.cancel(true);
        }
    }

    private static JsonNode json(String text) throws IOException {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new IOException("its metadata are no JSON", e);
        }
    }

    private static String withoutSlash(String uri) {
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }
}
