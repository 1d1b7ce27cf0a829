package io.daybook.funding;

import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;

import io.daybook.funding.FundingView.TopUp;
import io.daybook.funding.FundingView.TopUpStatus;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads pools and top-ups. */
final class FundingReadTable implements FundingViews {
    private static final String POOLS = """
            SELECT p.pool, p.currency, p.balance_minor, p.opened_at,
                   coalesce((SELECT sum(r.reserved_minor) FROM view.funding_reservation r
                              WHERE r.pool = p.pool AND r.settled_minor IS NULL), 0) AS reserved_minor
              FROM view.funding_pool p
            """;
    private static final String TOP_UPS = """
            SELECT top_up, rail, reference, amount_minor, currency, status, maker, checker, announced_at, position
              FROM view.top_up
            """;

    private final DataSource source;

    FundingReadTable(DataSource source) {
        this.source = source;
    }

    @Override
    public Optional<FundingView> pool(FundingPoolId pool) {
        return one(source, POOLS + "WHERE p.pool = ?", FundingReadTable::readPool, pool.value());
    }

    @Override
    public List<FundingView> pools(String rail) {
        return list(source, POOLS + "WHERE p.rail = ? ORDER BY p.currency", FundingReadTable::readPool, rail);
    }

    @Override
    public Optional<TopUp> topUp(TopUpId id) {
        return one(source, TOP_UPS + "WHERE top_up = ?", FundingReadTable::readTopUp, id.value());
    }

    @Override
    public List<TopUp> topUps(@Nullable Long before, int limit) {
        return list(
                source,
                TOP_UPS + "WHERE ?::bigint IS NULL OR position < ?::bigint ORDER BY position DESC LIMIT ?",
                FundingReadTable::readTopUp,
                before,
                before,
                limit);
    }

    @Override
    public List<TopUp> expected(String rail) {
        return list(
                source,
                TOP_UPS + "WHERE rail = ? AND status <> 'CREDITED' ORDER BY position",
                FundingReadTable::readTopUp,
                rail);
    }

    @Override
    public Money posted(String rail, Currency currency) {
        return one(
                        source,
                        "SELECT coalesce(sum(net_minor), 0)::bigint AS net FROM view.provider_item"
                                + " WHERE rail = ? AND currency = ?",
                        row -> new Money(row.getLong("net"), currency),
                        rail,
                        currency)
                .orElseThrow();
    }

    @Override
    public List<Unexplained> unexplained(String rail, Currency currency, int limit) {
        return list(
                source,
                """
                SELECT provider_id, net_minor, currency, created_at FROM view.provider_item
                 WHERE rail = ? AND currency = ? AND what = 'UnexplainedItemSeen'
                 ORDER BY position LIMIT ?
                """,
                row -> new Unexplained(
                        row.getString("provider_id"),
                        Money.of(row.getLong("net_minor"), row.getString("currency")),
                        instant(row, "created_at")),
                rail,
                currency,
                limit);
    }

    @Override
    public List<Currency> currenciesInUse() {
        return list(
                source,
                "SELECT 'USD' AS currency UNION SELECT currency::text FROM view.contractor ORDER BY currency",
                row -> Currencies.of(row.getString("currency")));
    }

    private static FundingView readPool(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        OffsetDateTime opened = row.getObject("opened_at", OffsetDateTime.class);
        return new FundingView(
                new FundingPoolId(row.getString("pool")),
                Money.of(row.getLong("balance_minor"), currency),
                Money.of(row.getLong("reserved_minor"), currency),
                opened == null ? null : opened.toInstant());
    }

    private static TopUp readTopUp(ResultSet row) throws SQLException {
        String checker = row.getString("checker");
        return new TopUp(
                new TopUpId(row.getString("top_up")),
                row.getString("rail"),
                row.getString("reference"),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                TopUpStatus.valueOf(row.getString("status")),
                new Subject(row.getString("maker")),
                checker == null ? null : new Subject(checker),
                instant(row, "announced_at"),
                row.getLong("position"));
    }
}
