package io.daybook.api.eventlog;

import io.daybook.kernel.ProjectionProgress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Waits for all that a fact leads to: the policies have answered it, and every view shows what their orders wrote.
 * Approved time becomes money by a policy, so a reader who waits for the approval alone would find no money yet.
 */
public final class Consequences {
    private final DataSource database;
    private final HeadWatch reacted;
    private final ProjectionProgress views;

    public Consequences(DataSource database, PolicyRunner policies, ProjectionProgress views) {
        this.database = database;
        this.reacted = policies.reacted();
        this.views = views;
    }

    /** True as soon as the views show what {@code position} led to, false when that takes longer than {@code timeout}. */
    public boolean await(long position, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        try {
            return reacted.await(position, timeout) && views.await(head(), Duration.ofNanos(end - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for all that the log's head, as it is at the call, leads to. */
    public boolean awaitAll(Duration timeout) {
        return await(head(), timeout);
    }

    private long head() {
        try (Connection connection = database.getConnection()) {
            return LogReader.head(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the log's head could not be read", e);
        }
    }
}
