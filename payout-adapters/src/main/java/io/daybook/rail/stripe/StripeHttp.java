package io.daybook.rail.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpContent;
import com.stripe.net.HttpHeaders;
import com.stripe.net.RequestOptions;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's way over the JDK's HTTP connection, but for one thing: what it says about the client in a header it puts
 * together once. The SDK's own does so for each request, out of an entry of a jar file that all threads wait for.
 */
final class StripeHttp extends HttpClient {
    private final String aboutClient = buildXStripeClientUserAgentString();

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        try {
            HttpURLConnection connection = sent(request);
            int status = connection.getResponseCode();
            boolean good = status >= 200 && status < 300;
            try (InputStream body = good ? connection.getInputStream() : connection.getErrorStream()) {
                return new StripeResponse(status, HttpHeaders.of(connection.getHeaderFields()), text(body));
            }
        } catch (IOException e) {
            throw new ApiConnectionException("no answer from Stripe", e);
        }
    }

    private HttpURLConnection sent(StripeRequest request) throws IOException {
        RequestOptions options = request.options();
        HttpURLConnection connection = (HttpURLConnection) request.url().openConnection();
        connection.setConnectTimeout(options.getConnectTimeout());
        connection.setReadTimeout(options.getReadTimeout());
        connection.setUseCaches(false);
        // An instruction goes where it was meant to go, once.
        connection.setInstanceFollowRedirects(false);
        request.headers()
                .map()
                .forEach((name, values) -> connection.setRequestProperty(name, String.join(",", values)));
        connection.setRequestProperty("User-Agent", buildUserAgentString(request));
        connection.setRequestProperty("X-Stripe-Client-User-Agent", aboutClient);
        connection.setRequestMethod(request.method().name());
        HttpContent content = request.content();
        if (content == null) return connection;
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", content.contentType());
        try (OutputStream body = connection.getOutputStream()) {
            body.write(content.byteArrayContent());
        }
        return connection;
    }

    private static String text(@Nullable InputStream body) throws IOException {
        return body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
}
