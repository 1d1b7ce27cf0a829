package io.daybook.api.audit;

import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.one;

import io.daybook.shell.RisingTimes;
import io.daybook.shell.RisingTimes.Place;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Where in the log a time is: what is recorded later stands later. */
final class LogDatesTable {
    private final DataSource source;

    LogDatesTable(DataSource source) {
        this.source = source;
    }

    /** The first position that was recorded at {@code time} or later; one more than the last where none was. */
    long firstAt(Instant time) {
        return RisingTimes.firstAt(time, last(), this::from);
    }

    private long last() {
        return one(
                        source,
                        "SELECT coalesce(max(position), 0) AS position FROM daybook.event_log",
                        row -> row.getLong("position"))
                .orElseThrow();
    }

    private Optional<Place> from(long position) {
        return one(
                source,
                "SELECT position, recorded_at FROM daybook.event_log WHERE position >= ? ORDER BY position LIMIT 1",
                row -> new Place(row.getLong("position"), instant(row, "recorded_at")),
                position);
    }
}
