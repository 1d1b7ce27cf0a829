package io.daybook.api.eventlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How far the views are behind the log, and what they lack. The log's head is asked for whenever the meters are read. */
public final class ViewsMeters implements MeterBinder {
    private final DataSource database;
    private final Projector projector;
    private final DeadLetters letters;

    public ViewsMeters(DataSource database, Projector projector, DeadLetters letters) {
        this.database = database;
        this.projector = projector;
        this.letters = letters;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("daybook.log.position", this, ViewsMeters::head)
                .description("Position of the log's last event")
                .register(registry);
        Gauge.builder("daybook.views.position", projector, Projector::projectedPosition)
                .description("Position up to which this node knows the views to show the log")
                .register(registry);
        Gauge.builder("daybook.views.lag", this, meters -> Math.max(0, meters.head() - projector.projectedPosition()))
                .baseUnit("events")
                .description("Events that the views do not show yet")
                .register(registry);
        Gauge.builder("daybook.views.lag.age", projector, Projector::secondsBehind)
                .baseUnit("seconds")
                .description("For how long the views have not shown all of the log; NaN until they have once")
                .register(registry);
        Gauge.builder("daybook.views.parked", letters, DeadLetters::count)
                .baseUnit("events")
                .description("Events that the views could not take in, and what follows them in their streams")
                .register(registry);
    }

    private long head() {
        try (Connection connection = database.getConnection()) {
            return LogReader.head(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the log's head could not be read", e);
        }
    }
}
