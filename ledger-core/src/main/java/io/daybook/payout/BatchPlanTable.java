package io.daybook.payout;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;
import static io.daybook.shell.SqlTable.update;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Sealed;
import io.daybook.money.Money;
import io.daybook.payout.Preview.Excluded;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keeps plans in the database, each written in one transaction. */
final class BatchPlanTable implements BatchPlans {
    private final DataSource source;

    BatchPlanTable(DataSource source) {
        this.source = source;
    }

    @Override
    public boolean keep(
            PayoutBatchId batch, FrozenContent content, List<BatchLine> lines, List<Excluded> excluded, Instant at) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean isFirst = insert(connection, batch, content, at);
                if (isFirst) insert(connection, batch, lines);
                if (isFirst && !excluded.isEmpty()) insertExcluded(connection, batch, excluded);
                connection.commit();
                return isFirst;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the plan of a batch could not be kept", e);
        }
    }

    private static boolean insert(Connection connection, PayoutBatchId batch, FrozenContent content, Instant at)
            throws SQLException {
        return update(
                        connection,
                        """
                        INSERT INTO daybook.payout_plan (batch, content_hash, chunks, lines, total_minor, currency, kept_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """,
                        batch.value(),
                        content.hash(),
                        content.chunks(),
                        content.lines(),
                        content.total().minor(),
                        content.total().currency(),
                        at)
                == 1;
    }

    private static void insert(Connection connection, PayoutBatchId batch, List<BatchLine> lines) throws SQLException {
        update(
                connection,
                """
                INSERT INTO daybook.payout_plan_line
                       (batch, line, account, amount_minor, currency,
                        destination_version, destination_key, destination_sealed, destination_index)
                SELECT ?, line::int, account, amount::bigint, currency, version::int, key, sealed, index
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                       AS l(line, account, amount, currency, version, key, sealed, index)
                """,
                batch.value(),
                column(lines, BatchLine::line),
                column(lines, line -> line.account().value()),
                column(lines, line -> line.amount().minor()),
                column(lines, line -> line.amount().currency()),
                column(lines, line -> line.destination().version()),
                column(lines, line -> sealed(line).key().value()),
                column(lines, line -> sealed(line).toBase64()),
                column(lines, line -> line.destination().account().index()));
    }

    private static void insertExcluded(Connection connection, PayoutBatchId batch, List<Excluded> excluded)
            throws SQLException {
        update(
                connection,
                """
                INSERT INTO daybook.payout_plan_excluded (batch, contractor, reasons)
                SELECT ?, contractor, reasons FROM unnest(?::text[], ?::text[]) AS e(contractor, reasons)
                ON CONFLICT DO NOTHING
                """,
                batch.value(),
                column(excluded, one -> one.contractor().value()),
                column(excluded, one -> String.join(",", one.reasons())));
    }

    @Override
    public List<Excluded> excluded(PayoutBatchId batch, @Nullable ContractorId after, int limit) {
        return list(
                source,
                """
                SELECT contractor, reasons FROM daybook.payout_plan_excluded
                 WHERE batch = ? AND contractor > ? ORDER BY contractor LIMIT ?
                """,
                row -> new Excluded(
                        new ContractorId(row.getString("contractor")),
                        List.of(row.getString("reasons").split(","))),
                batch.value(),
                after == null ? "" : after.value(),
                limit);
    }

    private static Sealed sealed(BatchLine line) {
        return line.destination().account().sealed();
    }

    @Override
    public Optional<FrozenContent> content(PayoutBatchId batch) {
        return one(
                source,
                """
                SELECT content_hash, chunks, lines, total_minor, currency FROM daybook.payout_plan WHERE batch = ?
                """,
                row -> new FrozenContent(
                        row.getString("content_hash"),
                        row.getInt("chunks"),
                        row.getInt("lines"),
                        Money.of(row.getLong("total_minor"), row.getString("currency"))),
                batch.value());
    }

    @Override
    public List<BatchLine> lines(PayoutBatchId batch) {
        return list(source, """
                SELECT line, account, amount_minor, currency, destination_version, destination_key, destination_sealed,
                       destination_index
                  FROM daybook.payout_plan_line
                 WHERE batch = ?
                 ORDER BY line
                """, BatchLineTable::read, batch.value());
    }

    @Override
    public void forgetLines(PayoutBatchId batch) {
        try (Connection connection = source.getConnection()) {
            update(connection, "DELETE FROM daybook.payout_plan_line WHERE batch = ?", batch.value());
        } catch (SQLException e) {
            throw new IllegalStateException("the plan of a batch could not be forgotten", e);
        }
    }
}
