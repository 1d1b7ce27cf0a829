package io.daybook.funding;

import static io.daybook.shell.SqlTable.update;

import io.daybook.funding.FundingEvent.FundingMoved;
import io.daybook.funding.FundingEvent.FundingReserved;
import io.daybook.funding.FundingEvent.FundingSettled;
import io.daybook.funding.FundingEvent.OpeningBalanceRecorded;
import io.daybook.funding.FundingEvent.TopUpAnnounced;
import io.daybook.funding.FundingEvent.TopUpSent;
import io.daybook.funding.FundingRows.Change;
import io.daybook.funding.ProviderItemEvent.TopUpCredited;
import io.daybook.kernel.ProjectionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes pools, reservations, top-ups and provider items. */
final class FundingTable implements ProjectionTable<FundingRows> {
    @Override
    public Set<String> tables() {
        return Set.of("funding_pool", "funding_reservation", "provider_item", "top_up");
    }

    @Override
    public void write(Connection connection, FundingRows rows) throws SQLException {
        for (Change change : rows.changes()) {
            switch (change) {
                case Change.Pool(var event, long position) -> write(connection, event, position);
                case Change.Item(var event, long position) -> write(connection, event, position);
            }
        }
    }

    private static void write(Connection connection, FundingEvent event, long position) throws SQLException {
        switch (event) {
            case OpeningBalanceRecorded e ->
                move(connection, e.pool(), e.available().minor(), e.occurredAt());
            case FundingMoved e -> move(connection, e.pool(), e.amount().minor(), null);
            case FundingReserved e ->
                update(connection, """
                        INSERT INTO view.funding_reservation (batch, pool, reserved_minor) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """, e.batch(), e.pool().value(), e.amount().minor());
            case FundingSettled e -> settle(connection, e);
            case TopUpAnnounced e -> announce(connection, e, position);
            case TopUpSent e ->
                update(
                        connection,
                        "UPDATE view.top_up SET status = 'SENT', checker = ? WHERE top_up = ? AND status = 'ANNOUNCED'",
                        e.checker().value(),
                        e.topUp().value());
        }
    }

    private static void move(Connection connection, FundingPoolId pool, long by, @Nullable Instant opened)
            throws SQLException {
        update(connection, """
                INSERT INTO view.funding_pool AS p (pool, rail, currency, balance_minor, opened_at)
                VALUES (?, ?, ?, ?, ?::timestamptz)
                ON CONFLICT (pool) DO UPDATE
                   SET balance_minor = p.balance_minor + excluded.balance_minor,
                       opened_at = coalesce(p.opened_at, excluded.opened_at)
                """, pool.value(), pool.rail(), pool.currency(), by, opened);
    }

    private static void settle(Connection connection, FundingSettled e) throws SQLException {
        update(connection, """
                UPDATE view.funding_pool SET balance_minor = balance_minor - ?
                       + coalesce((SELECT settled_minor FROM view.funding_reservation WHERE batch = ?), 0)
                 WHERE pool = ?
                """, e.spent().minor(), e.batch(), e.pool().value());
        update(
                connection,
                "UPDATE view.funding_reservation SET settled_minor = ? WHERE batch = ?",
                e.spent().minor(),
                e.batch());
    }

    private static void announce(Connection connection, TopUpAnnounced e, long position) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.top_up
                       (top_up, pool, rail, reference, amount_minor, currency, status, maker, announced_at, position)
                VALUES (?, ?, ?, ?, ?, ?, 'ANNOUNCED', ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                e.topUp().value(),
                e.pool().value(),
                e.pool().rail(),
                e.reference(),
                e.amount().minor(),
                e.amount().currency(),
                e.maker().value(),
                e.occurredAt(),
                position);
    }

    private static void write(Connection connection, ProviderItemEvent event, long position) throws SQLException {
        ProviderItem item = event.item();
        TopUpId topUp = item.topUp();
        update(
                connection,
                """
                INSERT INTO view.provider_item
                       (item, what, rail, provider_id, kind, net_minor, currency, source, top_up, created_at, position)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                item.id().value(),
                event.getClass().getSimpleName(),
                item.rail(),
                item.providerId(),
                item.kind(),
                event.net().minor(),
                event.net().currency(),
                item.source(),
                topUp == null ? null : topUp.value(),
                item.created(),
                position);
        if (topUp != null && event instanceof TopUpCredited)
            update(connection, "UPDATE view.top_up SET status = 'CREDITED' WHERE top_up = ?", topUp.value());
    }
}
