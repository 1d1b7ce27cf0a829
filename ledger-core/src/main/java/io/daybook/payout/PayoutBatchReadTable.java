package io.daybook.payout;

import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;

import io.daybook.account.PayoutId;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads batches. */
final class PayoutBatchReadTable implements PayoutBatchViews {
    private static final String BATCHES = """
            SELECT batch, reference, rail, currency, cutoff, minimum_minor, only_contractors, maker, status, content_hash,
                   chunks, lines, total_minor, approvers, rest_cancelled, drafted_at, released_at, ended_at, position
              FROM view.payout_batch
            """;

    private final DataSource source;

    PayoutBatchReadTable(DataSource source) {
        this.source = source;
    }

    @Override
    public Optional<PayoutBatchView> byId(PayoutBatchId id) {
        return one(source, BATCHES + "WHERE batch = ?", PayoutBatchReadTable::read, id.value());
    }

    @Override
    public List<PayoutBatchView> drafted(Drafted drafted, @Nullable Long before, int limit) {
        StringBuilder where = new StringBuilder("WHERE position < ?");
        List<@Nullable Object> values = new ArrayList<>();
        values.add(before == null ? Long.MAX_VALUE : before);
        and(where, values, "status = ?", drafted.status());
        and(where, values, "drafted_at >= ?", drafted.from());
        and(where, values, "drafted_at < ?", drafted.to());
        values.add(limit);
        String wanted = where.append(" ORDER BY position DESC LIMIT ?").toString();
        return list(source, BATCHES + wanted, PayoutBatchReadTable::read, values.toArray());
    }

    private static void and(
            StringBuilder where, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value == null) return;
        where.append(" AND ").append(condition);
        values.add(value);
    }

    @Override
    public List<PayoutBatchView> underWay(String rail) {
        return list(
                source,
                BATCHES + "WHERE status IN ('RELEASED', 'EXECUTING', 'PAUSED') AND rail = ? ORDER BY position",
                PayoutBatchReadTable::read,
                rail);
    }

    @Override
    public Exposure exposure(PayoutBatchId batch, Instant dayBegan) {
        return one(source, """
                WITH this AS (
                    SELECT batch, currency FROM view.payout_batch WHERE batch = ?
                ), counted AS (
                    SELECT b.batch, b.total_minor
                      FROM view.payout_batch b, this
                     WHERE b.currency = this.currency AND (b.released_at >= ? OR b.batch = this.batch)
                ), per_account AS (
                    SELECT l.account, sum(l.amount_minor) AS day, max(l.amount_minor) FILTER (WHERE l.batch = t.batch) AS own
                      FROM view.payout_batch_line l JOIN counted USING (batch), this t
                     GROUP BY l.account
                )
                SELECT coalesce(max(own), 0) AS line,
                       coalesce(max(day) FILTER (WHERE own IS NOT NULL), 0) AS contractor_day,
                       coalesce((SELECT total_minor FROM counted JOIN this USING (batch)), 0) AS whole,
                       coalesce((SELECT sum(total_minor) FROM counted), 0) AS day
                  FROM per_account
                """, PayoutBatchReadTable::exposure, batch.value(), dayBegan)
                .orElseThrow();
    }

    private static Exposure exposure(ResultSet row) throws SQLException {
        return new Exposure(
                row.getLong("line"), row.getLong("contractor_day"), row.getLong("whole"), row.getLong("day"));
    }

    @Override
    public List<BatchLine> lines(PayoutBatchId batch, int afterLine, int limit) {
        return BatchLineTable.page(source, batch, afterLine, limit);
    }

    @Override
    public Optional<BatchLine> line(PayoutId payout) {
        return BatchLineTable.page(source, PayoutBatchId.of(payout), payout.line() - 1, 1).stream()
                .filter(line -> line.line() == payout.line())
                .findFirst();
    }

    @Override
    public List<BatchLine> linesTo(PayoutBatchId batch, Collection<ContractorId> contractors) {
        return contractors.isEmpty() ? List.of() : BatchLineTable.to(source, batch, contractors);
    }

    @Override
    public Set<String> intended(Collection<String> keys) {
        return PayoutIntentTable.known(source, keys);
    }

    @Override
    public Set<String> takenIn(String rail, Collection<String> objects) {
        return ProviderObjectTable.known(source, rail, objects);
    }

    @Override
    public boolean hasTakenIn(PayoutBatchId batch) {
        return ProviderObjectTable.payoutsTakenIn(source).stream()
                .anyMatch(payout -> PayoutBatchId.of(payout).equals(batch));
    }

    @Override
    public List<KnownObject> strays(String rail, int limit) {
        return ProviderObjectTable.strays(source, rail, limit);
    }

    @Override
    public List<OpenReversal> openReversals(String rail, int limit) {
        return ReversalTable.open(source, rail, limit);
    }

    @Override
    public List<PayoutId> mayHaveLeftOver(String rail, int limit) {
        return ReversalTable.candidates(source, rail, limit);
    }

    @Override
    public Optional<Instant> intendedAt(String key) {
        return PayoutIntentTable.recordedAt(source, key);
    }

    @Override
    public Optional<Instant> newestIntent(String rail) {
        return PayoutIntentTable.newest(source, rail);
    }

    @Override
    public List<ToSettle> toSettle(String rail, int limit) {
        return PayoutIntentTable.toSettle(source, rail, limit);
    }

    private static PayoutBatchView read(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        String hash = row.getString("content_hash");
        Money minimum = Money.of(row.getLong("minimum_minor"), currency);
        return new PayoutBatchView(
                new PayoutBatchId(row.getString("batch")),
                row.getString("reference"),
                row.getString("rail"),
                minimum.currency(),
                instant(row, "cutoff"),
                minimum,
                texts(row, "only_contractors", ContractorId::new),
                new Subject(row.getString("maker")),
                BatchStatus.valueOf(row.getString("status")),
                hash == null
                        ? null
                        : new FrozenContent(
                                hash,
                                row.getInt("chunks"),
                                row.getInt("lines"),
                                Money.of(row.getLong("total_minor"), currency)),
                texts(row, "approvers", Subject::new),
                row.getBoolean("rest_cancelled"),
                instant(row, "drafted_at"),
                instantOrNull(row, "released_at"),
                instantOrNull(row, "ended_at"),
                row.getLong("position"));
    }

    private static <T> List<T> texts(ResultSet row, String column, Function<String, T> read) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.stream((String[]) array.getArray()).map(read).toList();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
