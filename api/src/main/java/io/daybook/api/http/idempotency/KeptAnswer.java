package io.daybook.api.http.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.kernel.Sealed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/** An answer as it is kept and given again: status, the headers that are part of it, and the body's text. */
record KeptAnswer(int status, Map<String, String> headers, String body) {
    /**
     * One to be kept.
     *
     * @param fingerprint of the request's body
     * @param answer {@link #write} it, sealed
     */
    record InScope(Scope scope, byte[] fingerprint, Sealed answer) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> HEADERS =
            List.of("Content-Type", "Location", "Daybook-Position", "Retry-After", "Link");

    static KeptAnswer of(ContentCachingResponseWrapper response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : HEADERS) {
            String value = name.equals("Content-Type") ? response.getContentType() : response.getHeader(name);
            if (value != null) headers.put(name, value);
        }
        return new KeptAnswer(response.getStatus(), headers, new String(response.getContentAsByteArray(), UTF_8));
    }

    static KeptAnswer read(String text) {
        return JSON.readValue(text, KeptAnswer.class);
    }

    String write() {
        return JSON.writeValueAsString(this);
    }

    void giveAgain(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader("Idempotency-Replayed", "true");
        byte[] bytes = body.getBytes(UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
