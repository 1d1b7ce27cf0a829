package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.postgres.RowsLookedAt;
import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** On a log of tens of thousands of events, a page of a filter looks at about as many as it shows. */
class EventFiltersTest {
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-02T00:00:00Z");
    private static final String MANY = """
            INSERT INTO daybook.event_log (event_id, stream, stream_type, seq, type, revision, recorded_at, payload, metadata, salt,
                                           person, person_seq)
            SELECT gen_random_uuid(), 'stream-' || n % 5000, 'stream', n / 5000,
                   CASE WHEN n % 5000 = 0 THEN 'Rare' ELSE 'Common' END, 1,
                   TIMESTAMPTZ '2026-01-01Z' + n / 7 * INTERVAL '84 minutes', '{}',
                   convert_to('{"actor": "' || CASE WHEN n % 100 = 0 THEN 'a person' ELSE 'a program' END || '"}', 'UTF8'),
                   decode(md5(n::text), 'hex'), 'person-' || n % 5000, n / 5000 + 1
              FROM generate_series(1, 40000) n;
            ANALYZE
            """;

    @Test
    void a_page_is_found_without_looking_through_the_log() throws SQLException {
        try (TestDatabase database = TestPostgres.freshDatabase();
                RowsLookedAt rows = new RowsLookedAt(database)) {
            database.forge(MANY);
            EventsTable events = new EventsTable(rows.source(), new JsonMapper());
            for (EventFilter filter : List.of(
                    new EventFilter("stream-7", null, null, null, null, null, null),
                    new EventFilter(null, "Rare", null, null, null, null, null),
                    new EventFilter(null, "Common", null, null, null, null, null),
                    new EventFilter(null, null, null, "person-7", null, null, null),
                    new EventFilter(null, null, "a program", null, null, null, null),
                    new EventFilter(null, null, null, null, FROM, TO, null),
                    new EventFilter(null, null, null, null, FROM, null, null),
                    new EventFilter(null, null, null, null, null, FROM, null),
                    new EventFilter(null, null, "a person", null, FROM, TO, null),
                    new EventFilter(null, "Rare", "a program", null, FROM, TO, null)))
                assertThat(rows.by(() -> events.after(filter, 0, 101)))
                        .as(filter.toString())
                        .isLessThan(1_000);
        }
    }

    /** Seven events were recorded at each time, and one position was never taken. */
    @Test
    void dates_are_found_to_the_event() throws SQLException {
        try (TestDatabase database = TestPostgres.freshDatabase()) {
            database.forge(MANY.replace("40000", "700") + "; DELETE FROM daybook.event_log WHERE position = 350");
            EventsTable events = new EventsTable(database.application(), new JsonMapper());
            List<StoredEvent> all = events.after(new EventFilter(null, null, null, null, null, null, null), 0, 1_000);
            assertThat(all).hasSize(699);
            for (Instant time :
                    all.stream().map(StoredEvent::recordedAt).distinct().toList()) {
                long before = all.stream()
                        .filter(event -> event.recordedAt().isBefore(time))
                        .count();
                assertThat(events.after(new EventFilter(null, null, null, null, time, null, null), 0, 1_000))
                        .hasSize((int) (all.size() - before))
                        .noneMatch(event -> event.recordedAt().isBefore(time));
                assertThat(events.after(new EventFilter(null, null, null, null, null, time, null), 0, 1_000))
                        .hasSize((int) before)
                        .allMatch(event -> event.recordedAt().isBefore(time));
            }
            Instant after = all.getLast().recordedAt().plusMillis(1);
            assertThat(events.after(new EventFilter(null, null, null, null, after, null, null), 0, 10))
                    .isEmpty();
        }
    }
}
