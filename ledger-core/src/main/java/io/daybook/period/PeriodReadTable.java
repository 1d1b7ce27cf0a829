package io.daybook.period;

import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;

import io.daybook.calendar.AccountingMonth;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.period.PeriodView.Reopening;
import io.daybook.period.PeriodView.Signature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads accounting periods. */
final class PeriodReadTable implements PeriodViews {
    private static final String PERIODS = """
            SELECT month, status, signer, signed_at, closer, closed_at, reopening_by, reopening_at, reopening_reason
              FROM view.accounting_period
            """;

    private final DataSource source;

    PeriodReadTable(DataSource source) {
        this.source = source;
    }

    @Override
    public Optional<PeriodView> find(AccountingMonth month) {
        return one(source, PERIODS + "WHERE month = ?", PeriodReadTable::read, month.id());
    }

    @Override
    public List<PeriodView> all() {
        return list(source, PERIODS + "ORDER BY month", PeriodReadTable::read);
    }

    @Override
    public Optional<Instant> booksBegin() {
        return one(
                source,
                "SELECT effective_at FROM view.journal_entry ORDER BY effective_at, entry LIMIT 1",
                row -> instant(row, "effective_at"));
    }

    private static PeriodView read(ResultSet row) throws SQLException {
        return new PeriodView(
                AccountingMonth.parse(row.getString("month")),
                PeriodStatus.valueOf(row.getString("status")),
                new Signature(new Subject(row.getString("signer")), instant(row, "signed_at")),
                closed(row),
                reopening(row));
    }

    private static @Nullable Signature closed(ResultSet row) throws SQLException {
        String closer = row.getString("closer");
        return closer == null ? null : new Signature(new Subject(closer), instant(row, "closed_at"));
    }

    private static @Nullable Reopening reopening(ResultSet row) throws SQLException {
        String by = row.getString("reopening_by");
        return by == null
                ? null
                : new Reopening(
                        new Subject(by),
                        instant(row, "reopening_at"),
                        Sealed.ofText(row.getString("reopening_reason")));
    }
}
