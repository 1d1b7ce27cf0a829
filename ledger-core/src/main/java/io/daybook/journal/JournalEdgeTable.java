package io.daybook.journal;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;

import io.daybook.account.AccountEntryId;
import io.daybook.account.PayoutId;
import io.daybook.contractor.ContractorId;
import io.daybook.journal.JournalViews.Entry;
import io.daybook.journal.JournalViews.Line;
import io.daybook.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads entries of the books by what they are about. */
final class JournalEdgeTable implements JournalEdgeViews {
    private final DataSource source;

    JournalEdgeTable(DataSource source) {
        this.source = source;
    }

    /** @param line null where the entry has none */
    private record Row(Entry entry, @Nullable Line line) {}

    @Override
    public List<Entry> at(Collection<Long> positions) {
        if (positions.isEmpty()) return List.of();
        Map<Long, Entry> entries = new LinkedHashMap<>();
        Map<Long, List<Line>> lines = new HashMap<>();
        for (Row row : list(source, """
                SELECT e.entry, e.event_id, e.source, e.stream, e.effective_at, e.occurred_at, e.recorded_at,
                       l.line, l.account, l.contractor, l.rail, l.project, l.currency, l.amount_minor
                  FROM view.journal_entry e
                  LEFT JOIN view.journal_line l ON l.entry = e.entry
                 WHERE e.entry = ANY (?::bigint[])
                 ORDER BY e.entry, l.line
                """, JournalEdgeTable::row, column(positions, position -> position))) {
            entries.putIfAbsent(row.entry().position(), row.entry());
            List<Line> own = lines.computeIfAbsent(row.entry().position(), position -> new ArrayList<>());
            if (row.line() != null) own.add(row.line());
        }
        return entries.values().stream()
                .map(entry -> with(entry, lines.getOrDefault(entry.position(), List.of())))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        Entry entry = new Entry(
                row.getLong("entry"),
                row.getString("event_id"),
                row.getString("source"),
                row.getString("stream"),
                instant(row, "effective_at"),
                instant(row, "occurred_at"),
                instant(row, "recorded_at"),
                List.of());
        String currency = row.getString("currency");
        if (currency == null) return new Row(entry, null);
        String contractor = row.getString("contractor");
        return new Row(
                entry,
                new Line(
                        row.getInt("line"),
                        LedgerAccount.of(row.getInt("account")),
                        contractor == null ? null : new ContractorId(contractor),
                        row.getString("rail"),
                        row.getString("project"),
                        Money.of(row.getLong("amount_minor"), currency)));
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

    @Override
    public Map<PayoutId, Set<Long>> ofPayouts(Collection<PayoutId> ids) {
        Map<PayoutId, Set<Long>> entries = new HashMap<>();
        if (ids.isEmpty()) return entries;
        record Booked(PayoutId payout, long entry) {}
        for (Booked booked : list(
                source,
                "SELECT payout, entry FROM view.journal_entry WHERE payout = ANY (?::text[]) ORDER BY entry",
                row -> new Booked(new PayoutId(row.getString("payout")), row.getLong("entry")),
                column(ids, PayoutId::value)))
            entries.computeIfAbsent(booked.payout(), payout -> new HashSet<>()).add(booked.entry());
        return entries;
    }

    @Override
    public Optional<Long> about(AccountEntryId id) {
        return one(
                source,
                "SELECT entry FROM view.journal_entry WHERE account_entry = ? ORDER BY entry LIMIT 1",
                row -> row.getLong("entry"),
                id.value());
    }
}
