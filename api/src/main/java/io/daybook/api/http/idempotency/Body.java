package io.daybook.api.http.idempotency;

import io.daybook.api.http.problem.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** A request whose body has been read already and can be read again. */
final class Body extends HttpServletRequestWrapper {
    private static final int LIMIT = 1024 * 1024;
    private static final int BIG = 64 * 1024;
    /** Of orders that may list everybody. */
    private static final int LIMIT_OF_LISTS = 8 * 1024 * 1024;

    private static final Set<String> LISTS = Set.of("/api/v1/timesheets/approvals", "/api/v1/payout-batches");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PATIENCE_WITH_LISTS = Duration.ofSeconds(60);
    private static final Duration PATIENCE_WITH_STRANGERS = Duration.ofSeconds(10);
    /** Of those who show no token: what a provider's message may hold, many times over. */
    private static final int LIMIT_OF_STRANGERS = 512 * 1024;

    private final byte[] bytes;

    private Body(HttpServletRequest request, byte[] bytes) {
        super(request);
        this.bytes = bytes;
    }

    /** Whether many of them at once would fill the memory; one that does not tell its length may be big. */
    static boolean isBig(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > BIG || length < 0 && request.getHeader("Transfer-Encoding") != null;
    }

    /** Whether a few of them at once would. */
    static boolean isHuge(HttpServletRequest request) {
        return LISTS.contains(request.getRequestURI()) && request.getContentLengthLong() > LIMIT;
    }

    /** Where to wait for what is not here yet. */
    interface Room {
        /** Errors: {@code rate-limited} where there is none. */
        void enter();

        void leave();
    }

    /** Errors: {@code too-large} beyond 1 MiB, or 8 MiB where everybody may be listed; {@code request-timeout}; the room's. */
    static Body read(HttpServletRequest request, Room room) throws IOException {
        return LISTS.contains(request.getRequestURI())
                ? read(request, LIMIT_OF_LISTS, PATIENCE_WITH_LISTS, room)
                : read(request, LIMIT, PATIENCE, room);
    }

    /** For a route that asks for no token. Errors: {@code too-large} beyond 512 KiB; {@code request-timeout}; the room's. */
    static Body readFromStranger(HttpServletRequest request, Room room) throws IOException {
        return read(request, LIMIT_OF_STRANGERS, PATIENCE_WITH_STRANGERS, room);
    }

    private static Body read(HttpServletRequest request, int limit, Duration patience, Room room) throws IOException {
        long length = request.getContentLengthLong();
        if (length > limit) throw tooLarge(limit);
        if (length < 0 && request.getHeader("Transfer-Encoding") == null) return new Body(request, new byte[0]);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InputStream in = request.getInputStream();
        readWhatIsHere(in, length, bytes);
        if (bytes.size() != length) {
            room.enter();
            try {
                readInTime(in, bytes, limit + 1, patience);
            } finally {
                room.leave();
            }
        }
        if (bytes.size() > limit) throw tooLarge(limit);
        return new Body(request, bytes.toByteArray());
    }

    /** Most bodies come together with their headers: then to read them waits for nothing. */
    private static void readWhatIsHere(InputStream in, long length, ByteArrayOutputStream bytes) throws IOException {
        byte[] some = new byte[8192];
        while (bytes.size() < length && in.available() > 0) {
            int read = readSome(in, some);
            if (read < 0) return;
            bytes.write(some, 0, read);
        }
    }

    /** The container waits for each byte; who sends them one by one would have a thread for as long as they like. */
    private static void readInTime(InputStream in, ByteArrayOutputStream bytes, int most, Duration patience)
            throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        byte[] some = new byte[8192];
        for (int read = 0; read >= 0 && bytes.size() < most; read = readSome(in, some)) {
            bytes.write(some, 0, read);
            if (System.nanoTime() > end) throw tooSlow();
        }
    }

    private static int readSome(InputStream in, byte[] target) throws IOException {
        try {
            return in.read(target);
        } catch (IOException e) {
            if (e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException) throw tooSlow();
            throw e;
        }
    }

    private static ProblemException tooSlow() {
        return ProblemException.of("request-timeout", "The body did not come in time.");
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
