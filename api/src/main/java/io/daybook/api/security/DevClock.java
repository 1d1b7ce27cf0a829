package io.daybook.api.security;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;

/** Moves the clock for every node: this one at once, the others within a quarter of a second. */
final class DevClock implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DevClock.class);
    private static final int REFRESH_MILLIS = 250;

    private final OffsetClock clock;
    private final DevClockTable table;
    private final ScheduledExecutorService refresher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("dev-clock").daemon().factory());

    DevClock(OffsetClock clock, DataSource dataSource) {
        this.clock = clock;
        table = new DevClockTable(dataSource);
        clock.added(table.offset());
        var unused =
                refresher.scheduleWithFixedDelay(this::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    }

    void advance(Duration by) {
        clock.added(table.advance(by));
    }

    @Override
    public void destroy() {
        refresher.shutdownNow();
    }

    private void refresh() {
        try {
            clock.added(table.offset());
        } catch (DataAccessException e) {
            LOG.debug("the clock's offset could not be read; the one known stays", e);
        }
    }
}
