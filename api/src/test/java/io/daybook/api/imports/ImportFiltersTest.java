package io.daybook.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.imports.ImportTable.After;
import io.daybook.api.imports.ImportTable.Listed;
import io.daybook.api.imports.ImportTable.Wanted;
import io.daybook.api.postgres.RowsLookedAt;
import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportFiltersTest {
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-02T00:00:00Z");
    private static final String MANY = """
            INSERT INTO daybook.import (id, kind, format, zone, actor, status, received_at)
            SELECT 'import-' || n, CASE WHEN n % 50 = 0 THEN 'roster' ELSE 'time' END,
                   CASE WHEN n % 50 <> 0 THEN 'harvest' END, 'UTC', 'maker',
                   CASE WHEN n % 100 = 7 THEN 'FAILED' ELSE 'COMPLETED' END,
                   TIMESTAMPTZ '2026-01-01Z' + n / 2 * INTERVAL '24 minutes'
              FROM generate_series(1, 20000) n;
            ANALYZE
            """;

    @Test
    void a_page_of_imports_is_found_without_looking_through_all_of_them() throws SQLException {
        try (TestDatabase database = TestPostgres.freshDatabase();
                RowsLookedAt rows = new RowsLookedAt(database)) {
            database.forge(MANY);
            ImportTable table = new ImportTable(rows.source());
            for (Wanted wanted : List.of(
                    new Wanted(null, null, null, null),
                    new Wanted(ImportKind.ROSTER, null, null, null),
                    new Wanted(null, null, FROM, TO),
                    new Wanted(ImportKind.TIME, ImportStatus.FAILED, FROM, null)))
                assertThat(rows.by(() -> table.page(wanted, null, 21)))
                        .as(wanted.toString())
                        .isLessThan(4_000);
        }
    }

    @Test
    void pages_of_one_day_hold_each_import_once_the_newest_first() throws SQLException {
        try (TestDatabase database = TestPostgres.freshDatabase()) {
            database.forge(MANY);
            ImportTable table = new ImportTable(database.application());
            Wanted day = new Wanted(null, null, FROM, TO);
            List<Listed> all = table.page(day, null, 500);
            assertThat(all).hasSize(120).extracting(Listed::receivedAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
            Listed last = all.get(40);
            assertThat(table.page(
                            day, new After(last.receivedAt(), last.record().id()), 500))
                    .isEqualTo(all.subList(41, all.size()));
        }
    }
}
