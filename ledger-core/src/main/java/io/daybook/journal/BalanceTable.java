package io.daybook.journal;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.update;

import io.daybook.contractor.ContractorId;
import io.daybook.journal.JournalTable.LineRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the running balances: one row changed for each balance that a run of lines touches. */
final class BalanceTable {
    private BalanceTable() {}

    private record Control(LedgerAccount account, @Nullable String rail, Currency currency) {}

    private record Sub(@Nullable ContractorId contractor, Control control) {}

    static void add(Connection connection, List<LineRow> lines) throws SQLException {
        addSubs(connection, sums(lines, row -> new Sub(row.line().contractor(), control(row.line()))));
        addControls(connection, sums(lines, row -> control(row.line())));
    }

    private static Control control(JournalLine line) {
        return new Control(line.account(), line.rail(), line.amount().currency());
    }

    private static <K> List<Map.Entry<K, Long>> sums(List<LineRow> lines, Function<LineRow, K> key) {
        Map<K, Long> sums = new HashMap<>();
        for (LineRow row : lines) sums.merge(key.apply(row), row.line().amount().minor(), Math::addExact);
        return List.copyOf(sums.entrySet());
    }

    private static void addSubs(Connection connection, List<Map.Entry<Sub, Long>> rows) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.account_balance AS b (contractor, account, rail, currency, amount_minor)
                SELECT contractor, account::integer, rail, currency, amount_minor::bigint
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(contractor, account, rail, currency, amount_minor)
                ON CONFLICT ON CONSTRAINT account_balance_once
                DO UPDATE SET amount_minor = b.amount_minor + excluded.amount_minor
                """,
                column(rows, row -> contractor(row.getKey().contractor())),
                column(rows, row -> row.getKey().control().account().number()),
                column(rows, row -> row.getKey().control().rail()),
                column(rows, row -> row.getKey().control().currency()),
                column(rows, Map.Entry::getValue));
    }

    private static void addControls(Connection connection, List<Map.Entry<Control, Long>> rows) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.control_balance AS b (account, rail, currency, amount_minor)
                SELECT account::integer, rail, currency, amount_minor::bigint
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS row(account, rail, currency, amount_minor)
                ON CONFLICT ON CONSTRAINT control_balance_once
                DO UPDATE SET amount_minor = b.amount_minor + excluded.amount_minor
                """,
                column(rows, row -> row.getKey().account().number()),
                column(rows, row -> row.getKey().rail()),
                column(rows, row -> row.getKey().currency()),
                column(rows, Map.Entry::getValue));
    }

    private static @Nullable String contractor(@Nullable ContractorId contractor) {
        return contractor == null ? null : contractor.value();
    }
}
