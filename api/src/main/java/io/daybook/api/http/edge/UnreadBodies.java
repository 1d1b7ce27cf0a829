package io.daybook.api.http.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Bodies that nobody read, because their request was refused before. The answer goes out; then the body is read to its end, so that
 * its sender comes to read why. For a while only, and for so many at once: the others are hung up on, for each holds a thread.
 */
final class UnreadBodies extends ValveBase {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long MOST = 64L * 1024 * 1024;
    private static final int OF_ALL = 60;
    private static final int OF_ADDRESS = 10;
    /** Of a body that was waited for already, or of a server that wants to be rid of its work, no more is read. */
    private static final int TOO_SLOW = 408;

    private final Places places = new Places(OF_ALL, OF_ADDRESS);

    UnreadBodies() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        // Who waits to be asked for the body sends none once refused: the container knows.
        if (request.isAsync() || isRead(request) || request.getCoyoteRequest().hasExpectation()) return;
        response.finishResponse();
        if (response.getStatus() == TOO_SLOW || !readToItsEnd(request))
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static boolean isRead(Request request) {
        AtomicBoolean read = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }

    private boolean readToItsEnd(Request request) {
        String who = Address.of(request);
        if (request.getContentLengthLong() > MOST || !places.enter(who)) return false;
        try {
            long end = System.nanoTime() + PATIENCE_NANOS;
            long left = MOST;
            Nowhere nowhere = new Nowhere();
            while (left > 0 && System.nanoTime() < end) {
                int read = request.getCoyoteRequest().doRead(nowhere);
                if (read < 0) return true;
                left -= read;
            }
            return false;
        } catch (IOException brokenOff) {
            // The answer is on its way; of the request nothing more is wanted.
            return false;
        } finally {
            places.leave(who);
        }
    }

    private static final class Nowhere implements ApplicationBufferHandler {
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // It keeps nothing.
        }
    }
}
