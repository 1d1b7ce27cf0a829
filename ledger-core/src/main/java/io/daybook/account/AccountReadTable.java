package io.daybook.account;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;

import io.daybook.contractor.ContractorId;
import io.daybook.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads entries, payouts and adjustments. */
final class AccountReadTable implements AccountViews {
    private static final String ENTRIES = """
            SELECT entry, account, currency, kind, timesheet, project, month, corrects, adjustment, returned, seconds,
                   amount_minor, pending_minor, available_minor, held_minor, in_payouts_minor, used_minor,
                   pending_until, earned_at, position
              FROM view.account_entry
            """;
    private static final String PAYOUTS = """
            SELECT payout, account, currency, batch, amount_minor, status, attempt, rail, source, destination_version,
                   destination, destination_index, reserved_at, since, step, step_attempt, step_key, step_hash,
                   step_minor, transfer, object, trace, failure, suspense_minor
              FROM view.payout
            """;
    private static final String ADJUSTMENTS = """
            SELECT adjustment, account, kind, amount_minor, currency, reason, direction, corrects, corrects_kind,
                   posted, maker, approver, at, position
              FROM view.adjustment
            """;

    private static final List<String> WAITING = Arrays.stream(PayoutStatus.values())
            .filter(PayoutStatus::waits)
            .map(Enum::name)
            .toList();

    private final DataSource source;

    AccountReadTable(DataSource source) {
        this.source = source;
    }

    @Override
    public List<Payable> payable(Currency currency, Instant cutoff, @Nullable AccountId after, int limit) {
        return list(
                source,
                """
                SELECT account, currency, sum(available_minor)::bigint AS minor
                  FROM view.account_entry
                 WHERE currency = ? AND available_minor > 0 AND earned_at < ? AND account > ?
                 GROUP BY account, currency
                 ORDER BY account
                 LIMIT ?
                """,
                row -> new Payable(new AccountId(row.getString("account")), money(row, "minor")),
                currency,
                cutoff,
                after == null ? "" : after.value(),
                limit);
    }

    @Override
    public Optional<AccountEntryView> entry(AccountEntryId id) {
        return one(source, ENTRIES + "WHERE entry = ?", AccountRowsOfTable::entry, id.value());
    }

    @Override
    public List<AccountEntryView> entries(ContractorId contractor, long afterPosition, int limit) {
        return list(
                source,
                ENTRIES + "WHERE contractor = ? AND position > ? ORDER BY position, entry LIMIT ?",
                AccountRowsOfTable::entry,
                contractor.value(),
                afterPosition,
                limit);
    }

    @Override
    public List<AccountEntryView> windowsPast(Instant at, int limit) {
        return list(
                source,
                ENTRIES + "WHERE pending_minor > 0 AND pending_until <= ? ORDER BY pending_until, entry LIMIT ?",
                AccountRowsOfTable::entry,
                at,
                limit);
    }

    @Override
    public List<AdjustmentView> adjustments(Made made, @Nullable Seen after, int limit) {
        ContractorId contractor = made.contractor();
        boolean dated = made.from() != null || made.to() != null;
        StringBuilder where = new StringBuilder(dated ? "WHERE (at, position) > (?, ?)" : "WHERE position > ?");
        List<@Nullable Object> values = new ArrayList<>();
        if (dated) values.add(after == null ? Instant.EPOCH : after.at());
        values.add(after == null ? 0L : after.position());
        and(where, values, "posted = ?", made.posted());
        and(where, values, "left(account, -4) = ?", contractor == null ? null : "account-" + contractor.key());
        and(where, values, "at >= ?", made.from());
        and(where, values, "at < ?", made.to());
        where.append(dated ? " ORDER BY at, position LIMIT ?" : " ORDER BY position LIMIT ?");
        values.add(limit);
        return list(source, ADJUSTMENTS + where, AccountRowsOfTable::adjustment, values.toArray());
    }

    @Override
    public Optional<AdjustmentView> adjustment(AdjustmentId id) {
        return one(source, ADJUSTMENTS + "WHERE adjustment = ?", AccountRowsOfTable::adjustment, id.value());
    }

    @Override
    public Optional<PayoutView> payout(PayoutId id) {
        return one(source, PAYOUTS + "WHERE payout = ?", AccountRowsOfTable::payout, id.value());
    }

    @Override
    public List<PayoutView> payouts(Filter filter, @Nullable PayoutId after, int limit) {
        StringBuilder where = new StringBuilder("WHERE payout > ?");
        List<@Nullable Object> values = new ArrayList<>();
        values.add(after == null ? "" : after.value());
        and(where, values, "batch = ?", filter.batch());
        and(
                where,
                values,
                "contractor = ?",
                filter.contractor() == null ? null : filter.contractor().value());
        and(where, values, "status = ?", filter.status());
        and(where, values, "rail = ?", filter.rail());
        and(where, values, "reserved_at >= ?", filter.from());
        and(where, values, "reserved_at < ?", filter.to());
        if (filter.unresolved())
            where.append(" AND status IN ('SUBMITTING', 'UNKNOWN', 'ACCEPTED', 'IN_TRANSIT', 'PROVEN_ABSENT')");
        if (filter.inSuspense()) where.append(" AND suspense_minor > 0");
        values.add(limit);
        return list(source, PAYOUTS + where + " ORDER BY payout LIMIT ?", AccountRowsOfTable::payout, values.toArray());
    }

    @Override
    public List<PayoutView> reservedSince(Instant since, Collection<ContractorId> contractors) {
        return list(
                source,
                PAYOUTS + "WHERE contractor = ANY(?) AND reserved_at >= ? AND status <> 'CLOSED' ORDER BY payout",
                AccountRowsOfTable::payout,
                column(contractors, ContractorId::value),
                since);
    }

    private static void and(
            StringBuilder where, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value == null) return;
        where.append(" AND ").append(condition);
        values.add(value);
    }

    @Override
    public Map<PayoutStatus, Long> counts(String batch) {
        record Count(PayoutStatus status, long payouts) {}
        Map<PayoutStatus, Long> counts = new EnumMap<>(PayoutStatus.class);
        list(
                        source,
                        "SELECT status, count(*) AS payouts FROM view.payout WHERE batch = ? GROUP BY status",
                        row -> new Count(PayoutStatus.valueOf(row.getString("status")), row.getLong("payouts")),
                        batch)
                .forEach(count -> counts.put(count.status(), count.payouts()));
        return counts;
    }

    @Override
    public boolean anyWaits(String batch) {
        return list(
                        source,
                        "SELECT EXISTS (SELECT FROM view.payout WHERE batch = ? AND status = ANY (?::text[])) AS waits",
                        row -> row.getBoolean("waits"),
                        batch,
                        WAITING)
                .getFirst();
    }

    @Override
    public long droppedCount(String batch) {
        return list(
                        source,
                        "SELECT count(*) AS lines FROM view.payout_dropped WHERE batch = ?",
                        row -> row.getLong("lines"),
                        batch)
                .getFirst();
    }

    @Override
    public List<PayoutView.Dropped> dropped(String batch, @Nullable PayoutId after, int limit) {
        return list(source, """
                SELECT payout, account, currency, batch, amount_minor, reason, blocking
                  FROM view.payout_dropped WHERE batch = ? AND payout > ? ORDER BY payout LIMIT ?
                """, AccountRowsOfTable::dropped, batch, after == null ? "" : after.value(), limit);
    }

    @Override
    public List<PayoutView.Part> parts(PayoutId payout) {
        return list(
                source,
                """
                SELECT e.entry, e.account, e.currency, e.kind, e.timesheet, e.project, e.month, e.corrects,
                       e.adjustment, e.returned, e.seconds, e.amount_minor, e.pending_minor, e.available_minor,
                       e.held_minor, e.in_payouts_minor, e.used_minor, e.pending_until, e.earned_at, e.position,
                       p.amount_minor AS part_minor
                  FROM view.payout_part p
                  JOIN view.account_entry e ON e.entry = p.entry
                  JOIN view.payout o ON o.payout = p.payout
                 WHERE p.payout = ? AND (NOT p.given_back OR o.status = 'CLOSED')
                 ORDER BY e.position, e.entry, p.late
                """,
                row -> new PayoutView.Part(AccountRowsOfTable.entry(row), money(row, "part_minor")),
                payout.value());
    }

    @Override
    public List<PayoutId> paidBy(AccountEntryId entry) {
        return list(source, """
                SELECT p.payout FROM view.payout p
                 WHERE EXISTS (SELECT 1 FROM view.payout_part part
                                WHERE part.payout = p.payout AND part.entry = ? AND NOT part.given_back)
                 ORDER BY p.reserved_at, p.payout
                """, row -> new PayoutId(row.getString("payout")), entry.value());
    }

    @Override
    public List<PayoutView.Disagreement> disagreements(Instant since, int limit) {
        return list(
                source,
                """
                SELECT payout, what, detail, occurred_at FROM view.payout_moment
                 WHERE what IN ('PayoutMismatchSeen', 'PayoutFoundLate') AND occurred_at >= ?
                 ORDER BY occurred_at DESC, payout LIMIT ?
                """,
                row -> new PayoutView.Disagreement(
                        new PayoutId(row.getString("payout")),
                        row.getString("what").equals("PayoutFoundLate") ? "FOUND_LATE" : row.getString("detail"),
                        instant(row, "occurred_at")),
                since,
                limit);
    }

    @Override
    public List<PayoutView> doubled(String rail, Instant since, @Nullable PayoutId after, int limit) {
        return list(
                source,
                PAYOUTS + """
                WHERE rail = ? AND payout > ? AND payout IN (
                      SELECT payout FROM view.payout_moment
                       WHERE what IN ('PayoutMismatchSeen', 'PayoutFoundLate') AND detail = 'DUPLICATE' AND occurred_at >= ?)
                ORDER BY payout LIMIT ?
                """,
                AccountRowsOfTable::payout,
                rail,
                after == null ? "" : after.value(),
                since,
                limit);
    }

    @Override
    public List<PayoutView.Moment> timeline(PayoutId payout) {
        return list(
                source,
                """
                SELECT position, what, attempt, detail, occurred_at
                  FROM view.payout_moment WHERE payout = ? ORDER BY position
                """,
                row -> new PayoutView.Moment(
                        row.getLong("position"),
                        row.getString("what"),
                        row.getInt("attempt"),
                        row.getString("detail"),
                        instant(row, "occurred_at")),
                payout.value());
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(row.getLong(column), row.getString("currency"));
    }
}
