package io.daybook.api.security;

import io.daybook.api.http.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What only development has: tokens for the asking, and a clock that can be moved. */
@RestController
@RequestMapping("/api/v1/dev")
@ConditionalOnProperty("daybook.security.dev-tokens")
final class DevController {
    private static final int LONGEST = 200;
    private static final Instant LATEST = Instant.parse("2500-01-01T00:00:00Z");

    private final DevTokens tokens;
    private final DevClock devClock;
    private final InstantSource clock;

    DevController(DevTokens tokens, DevClock devClock, InstantSource clock) {
        this.tokens = tokens;
        this.devClock = devClock;
        this.clock = clock;
    }

    record TokenRequest(String contractor) {}

    record Token(String token) {}

    record ClockMove(Duration advance) {}

    record ClockReading(Instant now) {}

    @PostMapping("/tokens")
    Token token(@RequestBody TokenRequest request) {
        String contractor = request.contractor();
        if (contractor.isBlank() || contractor.length() > LONGEST)
            throw ProblemException.at("/contractor", "bad-value", "A contractor's reference has 1 to 200 characters.");
        return new Token(tokens.contractor(contractor));
    }

    @PostMapping("/clock")
    ClockReading move(@RequestBody ClockMove move) {
        if (move.advance().isNegative())
            throw ProblemException.at("/advance", "not-positive", "The clock only moves forward.");
        if (move.advance().compareTo(Duration.between(clock.instant(), LATEST)) > 0)
            throw ProblemException.at("/advance", "bad-value", "The clock moves as far as the year 2500.");
        devClock.advance(move.advance());
        return new ClockReading(clock.instant());
    }
}
