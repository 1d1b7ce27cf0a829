package io.daybook.api.eventlog;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while a thread that follows the log is in trouble: what it shows is the past, and what it sends waits. */
public final class FollowersHealth extends AbstractHealthIndicator {
    private final Supplier<List<Follower>> followers;

    public FollowersHealth(Supplier<List<Follower>> followers) {
        super("a follower's trouble could not be read");
        this.followers = followers;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (Follower follower : followers.get())
            follower.trouble().ifPresent(why -> health.down().withDetail(follower.name(), why));
    }
}
