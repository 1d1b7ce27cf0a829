package io.daybook.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.postgres.RowsLookedAt;
import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import io.daybook.api.webhooks.Delivery.Status;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DeliveryFiltersTest {
    private static final EndpointId ONE = EndpointId.of("one");
    private static final String MANY = """
            INSERT INTO daybook.webhook_endpoint (id, url, event_types, from_position, created_at)
            VALUES ('%s', 'https://x.example', '{}', 0, TIMESTAMPTZ '2026-01-01Z');
            INSERT INTO daybook.webhook_delivery (id, endpoint, event, type, body, status, began_at, next_at, settled_at)
            SELECT 'msg_' || n, '%s', 'event-' || n, 'payout.paid', '{}', status, TIMESTAMPTZ '2026-01-01Z',
                   CASE WHEN status = 'PENDING' THEN TIMESTAMPTZ '2026-01-01Z' END,
                   CASE WHEN status <> 'PENDING' THEN TIMESTAMPTZ '2026-01-01Z' END
              FROM generate_series(1, 30000) n,
                   LATERAL (SELECT CASE WHEN n %% 5000 = 0 THEN 'GIVEN_UP' WHEN n < 20 THEN 'PENDING' ELSE 'DELIVERED' END
                                   AS status) AS stands;
            ANALYZE
            """.formatted(ONE.value(), ONE.value());

    @Test
    void a_page_of_messages_is_found_without_looking_through_all_of_them() throws SQLException {
        try (TestDatabase database = TestPostgres.freshDatabase();
                RowsLookedAt rows = new RowsLookedAt(database)) {
            database.forge(MANY);
            DeliveryTable table = new DeliveryTable(rows.source());
            assertThat(rows.by(() -> table.page(ONE, null, Long.MAX_VALUE, 101)))
                    .isLessThan(1_000);
            for (Status status : Status.values())
                assertThat(rows.by(() -> table.page(ONE, status, Long.MAX_VALUE, 101)))
                        .as("status " + status)
                        .isLessThan(1_000);
        }
    }
}
