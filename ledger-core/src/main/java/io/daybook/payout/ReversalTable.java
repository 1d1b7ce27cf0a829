package io.daybook.payout;

import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.update;

import io.daybook.account.AccountId;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress;
import io.daybook.account.PayoutProgress.ReversalBegun;
import io.daybook.account.PayoutProgress.ReversalEnded;
import io.daybook.money.Money;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Writes and reads reversals; they are few, so each is written by itself, in the order of the log. */
final class ReversalTable {
    private ReversalTable() {}

    static void write(Connection connection, List<PayoutProgress> events) throws SQLException {
        for (PayoutProgress event : events) {
            if (event instanceof ReversalBegun e) begin(connection, e);
            if (event instanceof ReversalEnded e)
                update(
                        connection,
                        "UPDATE view.payout_reversal SET ended_at = ? WHERE payout = ? AND attempt = ?",
                        e.occurredAt(),
                        e.payout().value(),
                        e.attempt());
        }
    }

    private static void begin(Connection connection, ReversalBegun e) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.payout_reversal
                       (payout, attempt, account, rail, key, transfer, amount_minor, currency, begun_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                e.payout().value(),
                e.attempt(),
                e.account().value(),
                e.rail(),
                e.key(),
                e.transfer(),
                e.amount().minor(),
                e.amount().currency(),
                e.occurredAt());
    }

    static List<OpenReversal> open(DataSource source, String rail, int limit) {
        return list(source, """
                SELECT payout, account, attempt, key, transfer, amount_minor, currency, begun_at
                  FROM view.payout_reversal
                 WHERE rail = ? AND ended_at IS NULL
                 ORDER BY begun_at, payout LIMIT ?
                """, ReversalTable::read, rail, limit);
    }

    /** Payouts that are over, of contractors who have money on a connected account and nothing under way; newest first. */
    static List<PayoutId> candidates(DataSource source, String rail, int limit) {
        return list(source, """
                SELECT p.payout
                  FROM view.account_balance b
                  JOIN view.payout p ON p.contractor = b.contractor AND p.rail = b.rail AND p.currency = b.currency
                 WHERE b.account = 1020 AND b.rail = ? AND b.amount_minor > 0
                   AND p.transfer IS NOT NULL
                   AND NOT EXISTS (SELECT 1 FROM view.payout q
                                    WHERE q.contractor = b.contractor
                                      AND q.status NOT IN ('PAID', 'FAILED_AFTER_PAID', 'RETURNED', 'CLOSED', 'FOUND_LATE'))
                   AND NOT EXISTS (SELECT 1 FROM view.payout_reversal r
                                    WHERE r.payout = p.payout AND r.ended_at IS NULL)
                 ORDER BY p.reserved_at DESC, p.payout LIMIT ?
                """, row -> new PayoutId(row.getString("payout")), rail, limit);
    }

    private static OpenReversal read(ResultSet row) throws SQLException {
        return new OpenReversal(
                new PayoutId(row.getString("payout")),
                new AccountId(row.getString("account")),
                row.getInt("attempt"),
                row.getString("key"),
                row.getString("transfer"),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                instant(row, "begun_at"));
    }
}
