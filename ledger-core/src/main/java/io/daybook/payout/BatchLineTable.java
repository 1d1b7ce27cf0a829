package io.daybook.payout;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.update;

import io.daybook.account.AccountId;
import io.daybook.account.PayoutDestination;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Findable;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.Sealed;
import io.daybook.money.Money;
import io.daybook.payout.BatchLinesEvent.PayoutLinesFrozen;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Writes and reads frozen lines. */
final class BatchLineTable {
    private BatchLineTable() {}

    static void write(Connection connection, List<PayoutLinesFrozen> chunks) throws SQLException {
        for (PayoutLinesFrozen chunk : chunks) {
            List<BatchLine> lines = chunk.lines();
            update(
                    connection,
                    """
                    INSERT INTO view.payout_batch_line
                           (batch, line, account, contractor, amount_minor, currency,
                            destination_version, destination_key, destination_sealed, destination_index)
                    SELECT ?, line::int, account, contractor, amount::bigint, currency, version::int, key, sealed, index
                      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                  ?::text[]) AS l(line, account, contractor, amount, currency, version, key, sealed, index)
                    ON CONFLICT DO NOTHING
                    """,
                    chunk.batch().value(),
                    column(lines, BatchLine::line),
                    column(lines, line -> line.account().value()),
                    column(lines, line -> line.contractor().value()),
                    column(lines, line -> line.amount().minor()),
                    column(lines, line -> line.amount().currency()),
                    column(lines, line -> line.destination().version()),
                    column(lines, line -> sealed(line).key().value()),
                    column(lines, line -> sealed(line).toBase64()),
                    column(lines, line -> line.destination().account().index()));
        }
    }

    private static Sealed sealed(BatchLine line) {
        return line.destination().account().sealed();
    }

    static List<BatchLine> page(DataSource source, PayoutBatchId batch, int afterLine, int limit) {
        return list(source, """
                SELECT line, account, amount_minor, currency, destination_version, destination_key, destination_sealed,
                       destination_index
                  FROM view.payout_batch_line
                 WHERE batch = ? AND line > ?
                 ORDER BY line LIMIT ?
                """, BatchLineTable::read, batch.value(), afterLine, limit);
    }

    static List<BatchLine> to(DataSource source, PayoutBatchId batch, Collection<ContractorId> contractors) {
        return list(source, """
                SELECT line, account, amount_minor, currency, destination_version, destination_key, destination_sealed,
                       destination_index
                  FROM view.payout_batch_line
                 WHERE batch = ? AND contractor = ANY (?::text[])
                 ORDER BY line
                """, BatchLineTable::read, batch.value(), column(contractors, ContractorId::value));
    }

    static BatchLine read(ResultSet row) throws SQLException {
        Sealed sealed = new Sealed(
                new PersonId(row.getString("destination_key")),
                Base64.getDecoder().decode(row.getString("destination_sealed")));
        return new BatchLine(
                row.getInt("line"),
                new AccountId(row.getString("account")),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                new PayoutDestination(
                        row.getInt("destination_version"), new Findable(sealed, row.getString("destination_index"))));
    }
}
