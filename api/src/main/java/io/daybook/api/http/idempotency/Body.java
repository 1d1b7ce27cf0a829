package io.daybook.api.http.idempotency;

import io.daybook.api.http.problem.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body has been read already and can be read again. */
final class Body extends HttpServletRequestWrapper {
    private static final int LIMIT = 8 * 1024 * 1024;
    /** Of those who show no token: what a provider's message may hold, many times over. */
    private static final int LIMIT_OF_STRANGERS = 512 * 1024;

    private final byte[] bytes;

    private Body(HttpServletRequest request, byte[] bytes) {
        super(request);
        this.bytes = bytes;
    }

    /** Errors: {@code too-large} beyond 8 MiB. */
    static Body read(HttpServletRequest request) throws IOException {
        return read(request, LIMIT);
    }

    /** For a route that asks for no token. Errors: {@code too-large} beyond 512 KiB. */
    static Body readFromStranger(HttpServletRequest request) throws IOException {
        return read(request, LIMIT_OF_STRANGERS);
    }

    private static Body read(HttpServletRequest request, int limit) throws IOException {
        if (request.getContentLengthLong() > limit) throw tooLarge(limit);
        byte[] bytes = request.getInputStream().readNBytes(limit + 1);
        if (bytes.length > limit) throw tooLarge(limit);
        return new Body(request, bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Stream(new ByteArrayInputStream(bytes));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
    }

    private static ProblemException tooLarge(int limit) {
        return ProblemException.of("too-large", "This body may hold at most " + limit / 1024 + " KiB.");
    }

    private static final class Stream extends ServletInputStream {
        private final ByteArrayInputStream in;

        Stream(ByteArrayInputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return in.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is there already: read it");
        }
    }
}
