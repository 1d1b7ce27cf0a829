package io.daybook.journal;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;

import io.daybook.contractor.ContractorId;
import io.daybook.journal.LedgerAccount.Side;
import io.daybook.money.Money;
import io.daybook.shell.RisingTimes;
import io.daybook.shell.RisingTimes.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the books. */
final class JournalReadTable implements JournalViews {
    private static final String PAST = """
            SELECT account, currency, sum(amount_minor)::bigint
              FROM view.journal_line
             WHERE contractor = ? AND effective_at < ?::timestamptz AND entry <= ?
             GROUP BY account, currency
            """;
    private static final String PAST_AS_KNOWN_AT = """
            SELECT l.account, l.currency, sum(l.amount_minor)::bigint
              FROM view.journal_line l
              JOIN view.journal_entry e ON e.entry = l.entry
             WHERE l.contractor = ? AND l.effective_at < ?::timestamptz AND e.recorded_at <= ?::timestamptz
             GROUP BY l.account, l.currency
            """;

    private static final String JOURNAL = """
            SELECT e.entry, e.event_id, e.source, e.stream, e.effective_at, e.occurred_at, e.recorded_at
              FROM view.journal_entry e
            """;

    private final DataSource source;

    JournalReadTable(DataSource source) {
        this.source = source;
    }

    @Override
    public List<Balance> balances(ContractorId contractor, Viewpoint viewpoint) {
        return BalanceSums.of(
                viewpoint.isNow()
                        ? list(
                                source,
                                "SELECT account, currency, amount_minor FROM view.account_balance WHERE contractor = ?",
                                JournalReadTable::sum,
                                contractor.value())
                        : past(contractor, viewpoint));
    }

    private List<BalanceSums.Sum> past(ContractorId contractor, Viewpoint viewpoint) {
        String whose = contractor.value();
        return viewpoint.knownAt() == null
                ? list(source, PAST, JournalReadTable::sum, whose, viewpoint.end(), viewpoint.lastPosition())
                : list(
                        source,
                        PAST_AS_KNOWN_AT,
                        JournalReadTable::sum,
                        whose,
                        viewpoint.end(),
                        viewpoint.lastRecordedAt());
    }

    @Override
    public Map<ContractorId, List<Balance>> balances(Collection<ContractorId> contractors) {
        Map<ContractorId, List<BalanceSums.Sum>> sums = new HashMap<>();
        for (SumOf one : list(
                source,
                """
                SELECT account, currency, amount_minor, contractor FROM view.account_balance WHERE contractor = ANY (?::text[])
                """,
                row -> new SumOf(new ContractorId(row.getString(4)), sum(row)),
                column(contractors, ContractorId::value)))
            sums.computeIfAbsent(one.contractor(), whose -> new ArrayList<>()).add(one.sum());
        Map<ContractorId, List<Balance>> balances = new HashMap<>();
        sums.forEach((contractor, own) -> balances.put(contractor, BalanceSums.of(own)));
        return balances;
    }

    private record SumOf(ContractorId contractor, BalanceSums.Sum sum) {}

    /** Of the first three columns, by their places: by their names each result would be searched for them anew. */
    private static BalanceSums.Sum sum(ResultSet row) throws SQLException {
        return new BalanceSums.Sum(LedgerAccount.of(row.getInt(1)), Money.of(row.getLong(3), row.getString(2)));
    }

    @Override
    public Money balance(LedgerAccount account, @Nullable String rail, Currency currency) {
        long debit = list(source, """
                        SELECT coalesce(sum(amount_minor), 0)::bigint AS amount_minor FROM view.control_balance
                         WHERE account = ? AND currency = ? AND (?::text IS NULL OR rail = ?::text)
                        """, row -> row.getLong("amount_minor"), account.number(), currency, rail, rail)
                .getFirst();
        return new Money(account.side() == Side.DEBIT ? debit : -debit, currency);
    }

    @Override
    public List<TrialRow> trialBalance(Viewpoint viewpoint) {
        return viewpoint.isNow()
                ? list(source, """
                        SELECT account, currency, sum(amount_minor)::bigint AS amount_minor FROM view.control_balance
                         GROUP BY account, currency ORDER BY account, currency
                        """, JournalReadTable::trialRow)
                : list(
                        source,
                        """
                        SELECT l.account, l.currency, sum(l.amount_minor)::bigint AS amount_minor
                          FROM view.journal_line l JOIN view.journal_entry e ON e.entry = l.entry
                         WHERE (?::timestamptz IS NULL OR e.effective_at < ?::timestamptz)
                           AND (?::bigint IS NULL OR e.entry <= ?::bigint)
                           AND (?::timestamptz IS NULL OR e.recorded_at <= ?::timestamptz)
                         GROUP BY l.account, l.currency ORDER BY l.account, l.currency
                        """,
                        JournalReadTable::trialRow,
                        viewpoint.before(),
                        viewpoint.before(),
                        viewpoint.knownPosition(),
                        viewpoint.knownPosition(),
                        viewpoint.knownAt(),
                        viewpoint.knownAt());
    }

    private static TrialRow trialRow(ResultSet row) throws SQLException {
        Money debit = Money.of(row.getLong("amount_minor"), row.getString("currency"));
        return new TrialRow(
                LedgerAccount.of(row.getInt("account")),
                debit.floorZero(),
                debit.negated().floorZero());
    }

    @Override
    public List<Entry> journal(Filter filter, Viewpoint viewpoint, long afterPosition, int limit) {
        StringBuilder where = new StringBuilder("WHERE e.entry > ?");
        List<@Nullable Object> values = new ArrayList<>();
        values.add(Math.max(afterPosition, begin(filter) - 1));
        String touched = "e.entry IN (SELECT l.entry FROM view.journal_line l WHERE l.account = ? AND l.entry > ?)";
        and(where, values, touched, number(filter.account()));
        if (filter.account() != null) values.add(afterPosition);
        // Found first: walking the journal for a few of many is what a plan for any value would do.
        String own = "e.entry = ANY (ARRAY(SELECT o.entry FROM view.journal_entry o WHERE o.contractor = ?))";
        and(where, values, own, contractor(filter.contractor()));
        and(where, values, "e.effective_at >= ?", filter.from());
        and(where, values, "e.effective_at < ?", filter.to());
        and(where, values, "e.effective_at < ?", viewpoint.before());
        and(where, values, "e.entry <= ?", viewpoint.knownPosition());
        and(where, values, "e.recorded_at <= ?", viewpoint.knownAt());
        values.add(limit);
        String wanted = where.append(" ORDER BY e.entry LIMIT ?").toString();
        List<Entry> entries = list(source, JOURNAL + wanted, JournalReadTable::entry, values.toArray());
        Map<Long, List<Line>> lines = lines(entries);
        return entries.stream()
                .map(entry -> with(entry, lines.getOrDefault(entry.position(), List.of())))
                .toList();
    }

    /** Nothing is dated in the future: what counts from a time on was recorded from then on. */
    private long begin(Filter filter) {
        Instant from = filter.from();
        if (from == null) return 1;
        long last = one(
                        source,
                        "SELECT coalesce(max(entry), 0) AS entry FROM view.journal_entry",
                        row -> row.getLong("entry"))
                .orElseThrow();
        return RisingTimes.firstAt(from, last, this::recorded);
    }

    private Optional<Place> recorded(long entry) {
        return one(
                source,
                "SELECT entry, recorded_at FROM view.journal_entry WHERE entry >= ? ORDER BY entry LIMIT 1",
                row -> new Place(row.getLong("entry"), instant(row, "recorded_at")),
                entry);
    }

    private static void and(
            StringBuilder where, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value == null) return;
        where.append(" AND ").append(condition);
        values.add(value);
    }

    private static @Nullable Integer number(@Nullable LedgerAccount account) {
        return account == null ? null : account.number();
    }

    private static @Nullable String contractor(@Nullable ContractorId contractor) {
        return contractor == null ? null : contractor.value();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("entry"),
                row.getString("event_id"),
                row.getString("source"),
                row.getString("stream"),
                instant(row, "effective_at"),
                instant(row, "occurred_at"),
                instant(row, "recorded_at"),
                List.of());
    }

    private static Entry with(Entry entry, List<Line> lines) {
        return new Entry(
                entry.position(),
                entry.eventId(),
                entry.source(),
                entry.stream(),
                entry.effectiveAt(),
                entry.occurredAt(),
                entry.recordedAt(),
                lines);
    }

    private record Numbered(long entry, Line line) {}

    private Map<Long, List<Line>> lines(List<Entry> entries) {
        Map<Long, List<Line>> lines = new HashMap<>();
        for (Numbered numbered : list(source, """
                SELECT entry, line, account, contractor, rail, project, currency, amount_minor
                  FROM view.journal_line WHERE entry = ANY (?::bigint[]) ORDER BY entry, line
                """, JournalReadTable::line, column(entries, Entry::position)))
            lines.computeIfAbsent(numbered.entry(), entry -> new ArrayList<>()).add(numbered.line());
        return lines;
    }

    private static Numbered line(ResultSet row) throws SQLException {
        String contractor = row.getString("contractor");
        return new Numbered(
                row.getLong("entry"),
                new Line(
                        row.getInt("line"),
                        LedgerAccount.of(row.getInt("account")),
                        contractor == null ? null : new ContractorId(contractor),
                        row.getString("rail"),
                        row.getString("project"),
                        Money.of(row.getLong("amount_minor"), row.getString("currency"))));
    }

    @Override
    public List<Statement> statements(ContractorId contractor, Instant from, Instant to, Viewpoint viewpoint) {
        return new StatementTable(source).read(contractor, from, to, viewpoint);
    }

    @Override
    public List<Violation> violations() {
        return CheckTable.run(source);
    }

    @Override
    public List<String> checks() {
        return CheckTable.names();
    }
}
