package io.daybook.account;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.update;

import io.daybook.account.AccountRows.UseKey;
import io.daybook.account.EntryUse.Place;
import io.daybook.money.Money;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes what facts moved within entries, and reads it with the other edges. */
final class AccountEdgeTable implements AccountEdgeViews {
    private final DataSource source;

    AccountEdgeTable(DataSource source) {
        this.source = source;
    }

    static void write(Connection connection, Map<UseKey, Long> uses) throws SQLException {
        if (uses.isEmpty()) return;
        update(
                connection,
                """
                INSERT INTO view.account_entry_use (entry, position, source, target, amount_minor)
                SELECT entry, position::bigint, source, target, minor::bigint
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(entry, position, source, target, minor)
                """,
                column(uses.keySet(), key -> key.entry().value()),
                column(uses.keySet(), UseKey::position),
                column(uses.keySet(), UseKey::from),
                column(uses.keySet(), UseKey::to),
                column(uses.values(), minor -> minor));
    }

    /** @param move null for an entry that nothing moved within yet */
    private record Row(AccountEntryView entry, @Nullable Move move) {}

    @Override
    public List<Used> entries(Collection<AccountEntryId> ids) {
        if (ids.isEmpty()) return List.of();
        Map<AccountEntryId, AccountEntryView> entries = new LinkedHashMap<>();
        Map<AccountEntryId, List<Move>> moves = new HashMap<>();
        for (Row row : list(source, """
                SELECT e.entry, e.account, e.currency, e.kind, e.timesheet, e.project, e.month, e.corrects,
                       e.adjustment, e.returned, e.seconds, e.amount_minor, e.pending_minor, e.available_minor,
                       e.held_minor, e.in_payouts_minor, e.used_minor, e.pending_until, e.earned_at, e.position,
                       u.position AS moved_at, u.source AS moved_from, u.target AS moved_to,
                       u.amount_minor AS moved_minor
                  FROM view.account_entry e
                  LEFT JOIN view.account_entry_use u ON u.entry = e.entry
                 WHERE e.entry = ANY (?::text[])
                 ORDER BY e.position, e.entry, u.position, u.source, u.target
                """, AccountEdgeTable::row, column(ids, AccountEntryId::value))) {
            entries.put(row.entry().id(), row.entry());
            List<Move> own = moves.computeIfAbsent(row.entry().id(), id -> new ArrayList<>());
            if (row.move() != null) own.add(row.move());
        }
        return entries.values().stream()
                .map(entry -> new Used(entry, moves.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        AccountEntryView entry = AccountRowsOfTable.entry(row);
        String from = row.getString("moved_from");
        if (from == null) return new Row(entry, null);
        Place to = Place.valueOf(row.getString("moved_to"));
        EntryUse use = new EntryUse(
                entry.id(),
                Place.valueOf(from),
                to,
                new Money(row.getLong("moved_minor"), entry.amount().currency()));
        return new Row(entry, new Move(row.getLong("moved_at"), use));
    }

    @Override
    public List<PayoutView> payouts(Collection<PayoutId> ids) {
        if (ids.isEmpty()) return List.of();
        return list(source, """
                SELECT payout, account, currency, batch, amount_minor, status, attempt, rail, source,
                       destination_version, destination, destination_index, reserved_at, since, step, step_attempt,
                       step_key, step_hash, step_minor, transfer, object, trace, failure, suspense_minor
                  FROM view.payout WHERE payout = ANY (?::text[]) ORDER BY payout
                """, AccountRowsOfTable::payout, column(ids, PayoutId::value));
    }

    @Override
    public List<Part> parts(Collection<PayoutId> ids) {
        if (ids.isEmpty()) return List.of();
        return list(
                source,
                """
                SELECT p.payout, p.entry, p.late, p.amount_minor, o.currency
                  FROM view.payout_part p
                  JOIN view.payout o ON o.payout = p.payout
                 WHERE p.payout = ANY (?::text[])
                 ORDER BY p.payout, p.entry, p.late
                """,
                row -> new Part(
                        new PayoutId(row.getString("payout")),
                        new AccountEntryId(row.getString("entry")),
                        row.getBoolean("late"),
                        Money.of(row.getLong("amount_minor"), row.getString("currency"))),
                column(ids, PayoutId::value));
    }

    @Override
    public List<Moment> moments(Collection<PayoutId> ids) {
        if (ids.isEmpty()) return List.of();
        return list(
                source,
                """
                SELECT payout, position, what FROM view.payout_moment
                 WHERE payout = ANY (?::text[]) ORDER BY position, payout
                """,
                row -> new Moment(
                        new PayoutId(row.getString("payout")), row.getLong("position"), row.getString("what")),
                column(ids, PayoutId::value));
    }

    @Override
    public Map<AdjustmentId, Long> made(Collection<AdjustmentId> ids) {
        Map<AdjustmentId, Long> made = new HashMap<>();
        if (ids.isEmpty()) return made;
        record Made(AdjustmentId id, long position) {}
        for (Made one : list(
                source,
                """
                SELECT adjustment, posted_position FROM view.adjustment
                 WHERE adjustment = ANY (?::text[]) AND posted AND posted_position IS NOT NULL ORDER BY position
                """,
                row -> new Made(new AdjustmentId(row.getString("adjustment")), row.getLong("posted_position")),
                column(ids, AdjustmentId::value))) made.put(one.id(), one.position());
        return made;
    }
}
