package io.daybook.api.watch;

import io.daybook.kernel.Subject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Keeps the refusals that an honest person hardly ever gets: acting as one's own second person, deciding for one's own
 * benefit, approving other content than was looked at, and orders beyond one's role.
 */
@Component
public final class Watch {
    /** Long enough for whoever was away to hear of it. */
    private static final Duration REMEMBERED = Duration.ofDays(14);

    private static final Set<String> WATCHED = Set.of("needs-second-person", "content-changed", "forbidden");

    private final RefusedAttemptTable attempts;
    private final InstantSource clock;

    public Watch(DataSource database, InstantSource clock) {
        this.attempts = new RefusedAttemptTable(database);
        this.clock = clock;
    }

    /**
     * Returns once it is written down.
     *
     * @param route a method and a path's pattern, or another name without a value in it
     * @param target the stream the order was for, or empty
     */
    public void refused(Subject subject, String code, String route, String target) {
        if (WATCHED.contains(code)) attempts.add(subject, code, route, target, clock.instant());
    }

    /** Of the last 14 days, by person and code. */
    public List<RefusedAttempt> lately() {
        return attempts.since(clock.instant().minus(REMEMBERED));
    }
}
