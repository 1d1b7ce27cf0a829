package io.daybook.contractor;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.update;

import io.daybook.contractor.ContractorEvent.ContractorRegistered;
import io.daybook.contractor.ContractorEvent.HoldPlaced;
import io.daybook.contractor.ContractorEvent.PayoutDestinationProposed;
import io.daybook.contractor.ContractorEvent.PayoutDestinationSet;
import io.daybook.contractor.ContractorRows.Block;
import io.daybook.contractor.ContractorRows.Details;
import io.daybook.contractor.ContractorRows.HoldKey;
import io.daybook.kernel.ProjectionTable;
import io.daybook.money.Money;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes contractors: one statement for each kind of row, however many there are. */
final class ContractorTable implements ProjectionTable<ContractorRows> {
    @Override
    public Set<String> tables() {
        return Set.of("contractor", "contractor_block", "contractor_hold", "destination_proposal");
    }

    @Override
    public void write(Connection connection, ContractorRows rows) throws SQLException {
        if (!rows.registered.isEmpty()) insert(connection, rows.registered.values());
        if (!rows.details.isEmpty()) updateDetails(connection, rows.details);
        if (!rows.destinations.isEmpty()) updateDestinations(connection, rows.destinations.values());
        writeProposals(connection, rows.proposals);
        writeBlocks(connection, rows.blocks);
        writeHolds(connection, rows.holds);
    }

    private static void insert(Connection connection, Collection<ContractorRegistered> rows) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.contractor
                       (contractor, reference, name, name_index, email, email_index, country, currency, registered_at)
                SELECT contractor, reference, name, name_index, email, email_index, country, currency,
                       registered_at::timestamptz
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::text[])
                    AS row(contractor, reference, name, name_index, email, email_index, country, currency,
                           registered_at)
                ON CONFLICT (contractor) DO NOTHING
                """,
                column(rows, row -> row.contractor().value()),
                column(rows, ContractorRegistered::reference),
                column(rows, row -> row.name().sealed().toText()),
                column(rows, row -> row.name().index()),
                column(rows, row -> row.email().sealed().toText()),
                column(rows, row -> row.email().index()),
                column(rows, row -> row.country().toText()),
                column(rows, ContractorRegistered::currency),
                column(rows, ContractorRegistered::occurredAt));
    }

    private static void updateDetails(Connection connection, Map<ContractorId, Details> details) throws SQLException {
        Collection<Map.Entry<ContractorId, Details>> rows = details.entrySet();
        update(
                connection,
                """
                UPDATE view.contractor c
                   SET name = row.name, name_index = row.name_index, email = row.email,
                       email_index = row.email_index, country = row.country
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(contractor, name, name_index, email, email_index, country)
                 WHERE c.contractor = row.contractor
                """,
                column(rows, row -> row.getKey().value()),
                column(rows, row -> row.getValue().name().sealed().toText()),
                column(rows, row -> row.getValue().name().index()),
                column(rows, row -> row.getValue().email().sealed().toText()),
                column(rows, row -> row.getValue().email().index()),
                column(rows, row -> row.getValue().country().toText()));
    }

    private static void updateDestinations(Connection connection, Collection<PayoutDestinationSet> rows)
            throws SQLException {
        update(
                connection,
                """
                UPDATE view.contractor c
                   SET destination = row.destination, destination_index = row.destination_index,
                       destination_number = row.number::integer,
                       cools_down_until = row.cools_down_until::timestamptz
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(contractor, destination, destination_index, number, cools_down_until)
                 WHERE c.contractor = row.contractor
                """,
                column(rows, row -> row.contractor().value()),
                column(rows, row -> row.destination().sealed().toText()),
                column(rows, row -> row.destination().index()),
                column(rows, PayoutDestinationSet::version),
                column(rows, PayoutDestinationSet::coolsDownUntil));
    }

    private static void writeProposals(
            Connection connection, Map<ContractorId, Optional<PayoutDestinationProposed>> proposals)
            throws SQLException {
        if (proposals.isEmpty()) return;
        update(
                connection,
                "DELETE FROM view.destination_proposal WHERE contractor = ANY (?::text[])",
                column(proposals.keySet(), ContractorId::value));
        List<PayoutDestinationProposed> rows =
                proposals.values().stream().flatMap(Optional::stream).toList();
        if (rows.isEmpty()) return;
        update(
                connection,
                """
                INSERT INTO view.destination_proposal
                       (contractor, number, destination, destination_index, proposer, proposed_at)
                SELECT contractor, number::integer, destination, destination_index, proposer, proposed_at::timestamptz
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(contractor, number, destination, destination_index, proposer, proposed_at)
                """,
                column(rows, row -> row.contractor().value()),
                column(rows, PayoutDestinationProposed::proposal),
                column(rows, row -> row.destination().sealed().toText()),
                column(rows, row -> row.destination().index()),
                column(rows, row -> row.proposer().value()),
                column(rows, PayoutDestinationProposed::occurredAt));
    }

    private static void writeBlocks(Connection connection, Map<Block, Boolean> blocks) throws SQLException {
        List<Block> raised = standing(blocks, true);
        List<Block> cleared = standing(blocks, false);
        if (!raised.isEmpty())
            update(connection, """
                    INSERT INTO view.contractor_block (contractor, reason)
                    SELECT contractor, reason FROM unnest(?::text[], ?::text[]) AS row(contractor, reason)
                    ON CONFLICT DO NOTHING
                    """, column(raised, row -> row.contractor().value()), column(raised, Block::reason));
        if (!cleared.isEmpty())
            update(connection, """
                    DELETE FROM view.contractor_block b
                     USING unnest(?::text[], ?::text[]) AS row(contractor, reason)
                     WHERE b.contractor = row.contractor AND b.reason = row.reason
                    """, column(cleared, row -> row.contractor().value()), column(cleared, Block::reason));
    }

    private static List<Block> standing(Map<Block, Boolean> blocks, boolean wanted) {
        return blocks.entrySet().stream()
                .filter(block -> block.getValue() == wanted)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void writeHolds(Connection connection, Map<HoldKey, Optional<HoldPlaced>> holds)
            throws SQLException {
        if (holds.isEmpty()) return;
        update(
                connection,
                """
                DELETE FROM view.contractor_hold h
                 USING unnest(?::text[], ?::text[]) AS row(contractor, hold)
                 WHERE h.contractor = row.contractor AND h.hold = row.hold
                """,
                column(holds.keySet(), row -> row.contractor().value()),
                column(holds.keySet(), row -> row.hold().value()));
        List<HoldPlaced> rows =
                holds.values().stream().flatMap(Optional::stream).toList();
        if (rows.isEmpty()) return;
        update(
                connection,
                """
                INSERT INTO view.contractor_hold (contractor, hold, amount_minor, currency, reason, placed_at)
                SELECT contractor, hold, amount_minor::bigint, currency, reason, placed_at::timestamptz
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(contractor, hold, amount_minor, currency, reason, placed_at)
                """,
                column(rows, row -> row.contractor().value()),
                column(rows, row -> row.hold().value()),
                column(rows, row -> minor(row.amount())),
                column(rows, row -> currency(row.amount())),
                column(rows, row -> row.reason().toText()),
                column(rows, HoldPlaced::occurredAt));
    }

    private static @Nullable Long minor(@Nullable Money amount) {
        return amount == null ? null : amount.minor();
    }

    private static @Nullable String currency(@Nullable Money amount) {
        return amount == null ? null : amount.currency().getCurrencyCode();
    }
}
