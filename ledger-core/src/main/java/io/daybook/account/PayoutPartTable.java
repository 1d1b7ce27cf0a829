package io.daybook.account;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes which entries each payout consumes: as it was reserved, until a closing gives that back, and what had to be
 * taken besides when it was found late.
 */
final class PayoutPartTable {
    private PayoutPartTable() {}

    private record Part(PayoutId payout, EntryPart part) {}

    static void write(Connection connection, AccountRows rows) throws SQLException {
        List<Part> reserved = new ArrayList<>();
        rows.reserved.forEach(e -> e.parts().forEach(part -> reserved.add(new Part(e.payout(), part))));
        if (!reserved.isEmpty()) insert(connection, reserved, false);
        if (!rows.closed.isEmpty()) giveBack(connection, rows.closed);
        List<Part> late = new ArrayList<>();
        rows.late.forEach((payout, parts) ->
                parts.forEach((entry, amount) -> late.add(new Part(payout, new EntryPart(entry, amount)))));
        if (!late.isEmpty()) insert(connection, late, true);
    }

    private static void insert(Connection connection, List<Part> rows, boolean late) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.payout_part AS p (payout, entry, late, amount_minor)
                SELECT payout, entry, ?, minor::bigint
                  FROM unnest(?::text[], ?::text[], ?::text[]) AS row(payout, entry, minor)
                ON CONFLICT (payout, entry, late) DO UPDATE SET amount_minor = p.amount_minor + excluded.amount_minor
                """,
                late,
                column(rows, row -> row.payout().value()),
                column(rows, row -> row.part().entry().value()),
                column(rows, row -> row.part().amount().minor()));
    }

    private static void giveBack(Connection connection, List<PayoutId> payouts) throws SQLException {
        update(
                connection,
                "UPDATE view.payout_part SET given_back = TRUE WHERE payout = ANY (?::text[]) AND NOT late",
                column(payouts, PayoutId::value));
    }
}
