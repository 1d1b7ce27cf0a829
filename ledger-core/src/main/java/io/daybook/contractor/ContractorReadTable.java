package io.daybook.contractor;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;

import io.daybook.contractor.ContractorView.Destination;
import io.daybook.contractor.ContractorView.Hold;
import io.daybook.contractor.ContractorView.Proposal;
import io.daybook.kernel.Findable;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads contractors. */
final class ContractorReadTable implements ContractorViews {
    private static final String CONTRACTORS = """
            SELECT c.contractor, c.reference, c.name, c.name_index, c.email, c.email_index, c.country, c.currency,
                   c.registered_at, c.destination, c.destination_index, c.destination_number, c.cools_down_until,
                   p.number AS proposal, p.destination AS proposed, p.destination_index AS proposed_index,
                   p.proposer, p.proposed_at,
                   ARRAY(SELECT b.reason FROM view.contractor_block b WHERE b.contractor = c.contractor) AS blocks
              FROM view.contractor c
              LEFT JOIN view.destination_proposal p ON p.contractor = c.contractor
            """;

    private final DataSource source;

    ContractorReadTable(DataSource source) {
        this.source = source;
    }

    @Override
    public Optional<ContractorView> byId(ContractorId id) {
        return one(source, CONTRACTORS + "WHERE c.contractor = ?", ContractorReadTable::contractor, id.value());
    }

    @Override
    public Optional<ContractorView> byReference(String reference) {
        return one(source, CONTRACTORS + "WHERE c.reference = ?", ContractorReadTable::contractor, reference);
    }

    @Override
    public Map<ContractorId, ContractorView> byIds(Collection<ContractorId> ids) {
        return having("c.contractor", column(ids, ContractorId::value)).stream()
                .collect(Collectors.toMap(ContractorView::id, Function.identity()));
    }

    @Override
    public Map<ContractorId, String> references(Collection<ContractorId> ids) {
        Map<ContractorId, String> references = new HashMap<>();
        list(
                source,
                "SELECT contractor, reference FROM view.contractor WHERE contractor = ANY (?::text[])",
                row -> references.put(new ContractorId(row.getString(1)), row.getString(2)),
                column(ids, ContractorId::value));
        return references;
    }

    @Override
    public Map<String, ContractorView> byReferences(Collection<String> references) {
        return having("c.reference", column(references, reference -> reference)).stream()
                .collect(Collectors.toMap(ContractorView::reference, Function.identity()));
    }

    @Override
    public List<ContractorView> byEmailIndexes(Collection<String> indexes) {
        return having("c.email_index", column(indexes, index -> index));
    }

    @Override
    public List<ContractorView> byNameIndexes(Collection<String> indexes) {
        return having("c.name_index", column(indexes, index -> index));
    }

    /** @param field one of this class's own columns, never a caller's text */
    private List<ContractorView> having(String field, List<@Nullable String> values) {
        return list(
                source,
                CONTRACTORS + "WHERE " + field + " = ANY (?::text[]) ORDER BY c.reference",
                ContractorReadTable::contractor,
                values);
    }

    @Override
    public List<ContractorId> paidIn(Currency currency) {
        return list(
                source,
                "SELECT contractor FROM view.contractor WHERE currency = ? ORDER BY reference",
                row -> new ContractorId(row.getString("contractor")),
                currency);
    }

    @Override
    public List<ContractorView> page(Search search, @Nullable String afterReference, int limit) {
        StringBuilder sql = new StringBuilder(CONTRACTORS).append("WHERE c.reference > ?");
        List<@Nullable Object> values = new ArrayList<>();
        values.add(afterReference == null ? "" : afterReference);
        and(sql, values, "c.reference = ?", search.reference());
        and(sql, values, "c.email_index = ?", search.emailIndex());
        and(sql, values, "c.name_index = ?", search.nameIndex());
        AnyOf anyOf = search.anyOf();
        if (anyOf != null) {
            sql.append(" AND (c.reference = ? OR c.email_index = ? OR c.name_index = ?)");
            values.addAll(List.of(anyOf.reference(), anyOf.emailIndex(), anyOf.nameIndex()));
        }
        if (search.payable() != null) {
            sql.append(" AND ?::boolean = ((c.cools_down_until IS NULL OR c.cools_down_until <= ?::timestamptz)")
                    .append(" AND NOT EXISTS (SELECT FROM view.contractor_block b WHERE b.contractor = c.contractor))");
            values.addAll(List.of(search.payable().toString(), search.at()));
        }
        values.add(limit);
        String wanted = sql.append(" ORDER BY c.reference LIMIT ?").toString();
        return list(source, wanted, ContractorReadTable::contractor, values.toArray());
    }

    private static void and(
            StringBuilder sql, List<@Nullable Object> values, String condition, @Nullable String value) {
        if (value == null) return;
        sql.append(" AND ").append(condition);
        values.add(value);
    }

    @Override
    public List<Hold> holds(ContractorId contractor) {
        return list(source, """
                SELECT contractor, hold, amount_minor, currency, reason, placed_at
                  FROM view.contractor_hold WHERE contractor = ? ORDER BY placed_at, hold
                """, ContractorReadTable::hold, contractor.value());
    }

    @Override
    public Map<ContractorId, Set<Integer>> destinationsSetBy(Subject subject) {
        return DestinationStepTable.setBy(source, subject);
    }

    @Override
    public long proposedSince(Instant since) {
        return DestinationStepTable.proposedSince(source, since);
    }

    private static ContractorView contractor(ResultSet row) throws SQLException {
        return new ContractorView(
                new ContractorId(row.getString("contractor")),
                row.getString("reference"),
                findable(row, "name", "name_index"),
                findable(row, "email", "email_index"),
                Sealed.ofText(row.getString("country")),
                Currencies.of(row.getString("currency")),
                blocks(row),
                row.getString("destination") == null ? null : destination(row),
                row.getString("proposed") == null ? null : proposal(row),
                instant(row, "registered_at"));
    }

    private static Set<BlockingReason> blocks(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("blocks").getArray())
                .map(BlockingReason::valueOf)
                .collect(Collectors.toSet());
    }

    private static Destination destination(ResultSet row) throws SQLException {
        return new Destination(
                findable(row, "destination", "destination_index"),
                row.getInt("destination_number"),
                instant(row, "cools_down_until"));
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getInt("proposal"),
                findable(row, "proposed", "proposed_index"),
                new Subject(row.getString("proposer")),
                instant(row, "proposed_at"));
    }

    private static Hold hold(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Hold(
                new HoldId(row.getString("hold")),
                new ContractorId(row.getString("contractor")),
                currency == null ? null : Money.of(row.getLong("amount_minor"), currency),
                Sealed.ofText(row.getString("reason")),
                instant(row, "placed_at"));
    }

    private static Findable findable(ResultSet row, String sealed, String index) throws SQLException {
        return new Findable(Sealed.ofText(row.getString(sealed)), row.getString(index));
    }
}
