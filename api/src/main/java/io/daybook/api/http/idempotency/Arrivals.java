package io.daybook.api.http.idempotency;

import io.daybook.api.http.edge.Address;
import io.daybook.api.http.edge.Places;
import io.daybook.api.http.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Bodies on their way. To wait for one holds a thread: there is room for so many at once, of all and of each, and whoever sends
 * slowly takes it from their own. What came together with its headers waits for nothing and needs no room.
 */
@Component
final class Arrivals {
    private final Places callers = new Places(250, 50);
    private final Places big = new Places(128, 32);
    private final Places huge = new Places(6, 2);
    private final Places strangers = new Places(60, 10);
    /** Each holds a connection to the database while it comes. */
    private final Places uploads = new Places(8, 4);

    private Body of(String who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        return Body.read(request, new Seat(callers, who, response));
    }

    /**
     * Reads the body and hands it on. A big one keeps its place until its request has ended: what is in memory is bounded, too.
     * Errors: those of {@link Body#read}; {@code rate-limited} where too many are on their way, or too many big ones at work.
     */
    void carry(String who, HttpServletRequest request, HttpServletResponse response, Work work)
            throws IOException, ServletException {
        if (!Body.isBig(request)) {
            work.with(of(who, request, response));
            return;
        }
        Seat seat = new Seat(Body.isHuge(request) ? huge : big, who, response);
        seat.enter();
        try {
            work.with(of(who, request, response));
        } finally {
            seat.leave();
        }
    }

    /** What is done with a body. */
    interface Work {
        void with(Body body) throws IOException, ServletException;
    }

    /** By address. Errors: those of {@link Body#readFromStranger}; {@code rate-limited} where too many are on their way. */
    Body ofStranger(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return Body.readFromStranger(request, new Seat(strangers, Address.of(request), response));
    }

    /** It is read by whoever takes it in. Errors: {@code rate-limited} where too many are on their way. */
    void upload(String who, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Seat seat = new Seat(uploads, who, response);
        seat.enter();
        try {
            chain.doFilter(request, response);
        } finally {
            seat.leave();
        }
    }

    private record Seat(Places places, String who, HttpServletResponse response) implements Body.Room {
        @Override
        public void enter() {
            if (places.enter(who)) return;
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            throw ProblemException.of("rate-limited", "Too many bodies are on their way: let some arrive first.");
        }

        @Override
        public void leave() {
            places.leave(who);
        }
    }
}
