package io.daybook.engagement;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.update;

import io.daybook.engagement.EngagementEvent.EngagementStarted;
import io.daybook.engagement.EngagementEvent.RateAgreed;
import io.daybook.kernel.ProjectionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes engagements: one statement for each kind of row, however many there are. */
final class EngagementTable implements ProjectionTable<EngagementRows> {
    @Override
    public Set<String> tables() {
        return Set.of("engagement", "engagement_rate");
    }

    @Override
    public void write(Connection connection, EngagementRows rows) throws SQLException {
        if (!rows.started.isEmpty()) insert(connection, rows.started.values());
        if (!rows.rates.isEmpty()) insertRates(connection, rows.rates);
        set(connection, rows.caps, """
                UPDATE view.engagement e SET weekly_cap_seconds = row.value::bigint
                  FROM unnest(?::text[], ?::text[]) AS row(engagement, value) WHERE e.engagement = row.engagement
                """);
        set(connection, rows.overlaps, """
                UPDATE view.engagement e SET overlap = row.value
                  FROM unnest(?::text[], ?::text[]) AS row(engagement, value) WHERE e.engagement = row.engagement
                """);
        set(connection, rows.lastDays, """
                UPDATE view.engagement e SET last_day = row.value::date
                  FROM unnest(?::text[], ?::text[]) AS row(engagement, value) WHERE e.engagement = row.engagement
                """);
    }

    private static void insert(Connection connection, Collection<EngagementStarted> rows) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.engagement
                       (engagement, contractor, project, currency, overlap, weekly_cap_seconds, started_at)
                SELECT engagement, contractor, project, currency, overlap, weekly_cap_seconds::bigint,
                       started_at::timestamptz
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(engagement, contractor, project, currency, overlap, weekly_cap_seconds, started_at)
                ON CONFLICT (engagement) DO NOTHING
                """,
                column(rows, row -> row.engagement().value()),
                column(rows, row -> row.engagement().contractor().value()),
                column(rows, EngagementStarted::project),
                column(rows, EngagementStarted::currency),
                column(rows, EngagementStarted::overlap),
                column(rows, EngagementStarted::weeklyCapSeconds),
                column(rows, EngagementStarted::occurredAt));
    }

    private static void insertRates(Connection connection, Collection<RateAgreed> rows) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.engagement_rate (engagement, version, per_hour_minor, currency, valid_from)
                SELECT engagement, version::integer, per_hour_minor::bigint, currency, valid_from::date
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(engagement, version, per_hour_minor, currency, valid_from)
                ON CONFLICT (engagement, version) DO NOTHING
                """,
                column(rows, row -> row.engagement().value()),
                column(rows, row -> row.rate().version()),
                column(rows, row -> row.rate().rate().perHour().minor()),
                column(rows, row -> row.rate().rate().perHour().currency()),
                column(rows, row -> row.rate().from()));
    }

    private static void set(Connection connection, Map<EngagementId, ?> values, String sql) throws SQLException {
        if (values.isEmpty()) return;
        update(
                connection,
                sql,
                column(values.keySet(), EngagementId::value),
                column(values.values(), value -> value instanceof Optional<?> maybe ? maybe.orElse(null) : value));
    }
}
