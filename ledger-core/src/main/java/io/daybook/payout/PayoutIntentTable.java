package io.daybook.payout;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;
import static io.daybook.shell.SqlTable.update;

import io.daybook.money.Money;
import io.daybook.payout.BatchRows.Intent;
import io.daybook.payout.BatchRows.Spent;
import io.daybook.payout.PayoutBatchViews.ToSettle;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Writes and reads which instructions were ever meant, and what each batch took out of our balance. */
final class PayoutIntentTable {
    private PayoutIntentTable() {}

    static void write(Connection connection, BatchRows rows) throws SQLException {
        if (!rows.intents().isEmpty()) writeIntents(connection, rows.intents());
        if (!rows.spent().isEmpty()) writeSpent(connection, rows.spent().entrySet());
    }

    /** An intent stands in the log once: the same key again is an error, whatever it says. */
    private static void writeIntents(Connection connection, List<Intent> intents) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.payout_intent (key, payout, rail, step, attempt, amount_minor, currency, intended_at)
                SELECT key, payout, rail, step, attempt::int, amount::bigint, currency, intended_at::timestamptz
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                       AS i(key, payout, rail, step, attempt, amount, currency, intended_at)
                """,
                column(intents, row -> row.intent().key()),
                column(intents, row -> row.payout().value()),
                column(intents, Intent::rail),
                column(intents, row -> row.intent().step()),
                column(intents, row -> row.intent().attempt()),
                column(intents, row -> row.intent().amount().minor()),
                column(intents, row -> row.intent().amount().currency()),
                column(intents, Intent::at));
    }

    private static void writeSpent(Connection connection, Set<Map.Entry<String, Spent>> spent) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.payout_batch_spent AS s (batch, spent_minor, position)
                SELECT batch, spent::bigint, position::bigint
                  FROM unnest(?::text[], ?::text[], ?::text[]) AS n(batch, spent, position)
                ON CONFLICT (batch) DO UPDATE
                   SET spent_minor = s.spent_minor + excluded.spent_minor, position = excluded.position
                """,
                column(spent, Map.Entry::getKey),
                column(spent, entry -> entry.getValue().minor()),
                column(spent, entry -> entry.getValue().position()));
    }

    static Set<String> known(DataSource source, Collection<String> keys) {
        return new HashSet<>(list(
                source,
                "SELECT key FROM view.payout_intent WHERE key = ANY(?)",
                row -> row.getString(1),
                column(keys, key -> key)));
    }

    static Optional<Instant> recordedAt(DataSource source, String key) {
        return one(
                source,
                "SELECT intended_at FROM view.payout_intent WHERE key = ?",
                row -> instant(row, "intended_at"),
                key);
    }

    static Optional<Instant> newest(DataSource source, String rail) {
        return one(source, """
                SELECT intended_at FROM view.payout_intent WHERE rail = ? ORDER BY intended_at DESC LIMIT 1
                """, row -> instant(row, "intended_at"), rail);
    }

    static List<ToSettle> toSettle(DataSource source, String rail, int limit) {
        return list(source, """
                SELECT b.batch, b.rail, b.currency, coalesce(s.spent_minor, 0) AS spent_minor,
                       coalesce(s.position, b.position) AS position
                  FROM view.payout_batch b
                  JOIN view.funding_reservation r ON r.batch = b.batch
                  LEFT JOIN view.payout_batch_spent s ON s.batch = b.batch
                 WHERE b.ended_at IS NOT NULL AND b.rail = ?
                   AND r.settled_minor IS DISTINCT FROM coalesce(s.spent_minor, 0)
                 ORDER BY b.position LIMIT ?
                """, PayoutIntentTable::read, rail, limit);
    }

    private static ToSettle read(ResultSet row) throws SQLException {
        return new ToSettle(
                new PayoutBatchId(row.getString("batch")),
                row.getString("rail"),
                Money.of(row.getLong("spent_minor"), row.getString("currency")),
                row.getLong("position"));
    }
}
