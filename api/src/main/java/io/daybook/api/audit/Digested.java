package io.daybook.api.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * A body that is made while it is sent, with its SHA-256 behind it: {@code Content-Digest} of RFC 9530 as a trailer field.
 * Without it, as after a body that broke off, nothing vouches for what came.
 */
final class Digested implements StreamingResponseBody {
    private static final String FIELD = "Content-Digest";
    private static final String WITHOUT_TRAILERS = "HTTP/1.0";

    private final StreamingResponseBody body;
    private final MessageDigest sha256;
    private volatile @Nullable String digest;

    private Digested(StreamingResponseBody body) {
        this.body = body;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static StreamingResponseBody of(
            HttpServletRequest request, HttpServletResponse response, StreamingResponseBody body) {
        if (request.getProtocol().equals(WITHOUT_TRAILERS)) return body;
        Digested digested = new Digested(body);
        response.setHeader("Trailer", FIELD);
        response.setTrailerFields(digested::fields);
        return digested;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        body.writeTo(new Open(out, sha256));
        digest = "sha-256=:" + Base64.getEncoder().encodeToString(sha256.digest()) + ":";
    }

    /** Whoever closes it ends the answer, and it has no trailer yet. */
    private static final class Open extends DigestOutputStream {
        Open(OutputStream out, MessageDigest digest) {
            super(out, digest);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private Map<String, String> fields() {
        String known = digest;
        return known == null ? Map.of() : Map.of(FIELD, known);
    }
}
