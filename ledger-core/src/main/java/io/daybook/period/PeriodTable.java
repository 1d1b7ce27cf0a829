package io.daybook.period;

import static io.daybook.shell.SqlTable.update;

import io.daybook.kernel.ProjectionTable;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.period.PeriodEvent.PeriodClosed;
import io.daybook.period.PeriodEvent.PeriodReopened;
import io.daybook.period.PeriodEvent.PeriodSoftClosed;
import io.daybook.period.PeriodEvent.ReopeningAsked;
import io.daybook.period.PeriodEvent.ReopeningDropped;
import io.daybook.period.PeriodEvent.SoftCloseWithdrawn;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes accounting periods, one by one in the order of the log: there are twelve a year. */
final class PeriodTable implements ProjectionTable<List<PeriodEvent>> {
    @Override
    public Set<String> tables() {
        return Set.of("accounting_period");
    }

    @Override
    public void write(Connection connection, List<PeriodEvent> changes) throws SQLException {
        for (PeriodEvent change : changes)
            switch (change) {
                case PeriodSoftClosed e -> update(connection, """
                            INSERT INTO view.accounting_period AS p (month, status, signer, signed_at)
                            VALUES (?, 'SOFT_CLOSED', ?, ?)
                            ON CONFLICT (month) DO UPDATE
                               SET status = excluded.status, signer = excluded.signer, signed_at = excluded.signed_at
                            """, month(e), e.by().value(), e.occurredAt());
                case SoftCloseWithdrawn e -> opened(connection, e);
                case PeriodClosed e -> update(connection, """
                            UPDATE view.accounting_period SET status = 'CLOSED', closer = ?, closed_at = ? WHERE month = ?
                            """, e.by().value(), e.occurredAt(), month(e));
                case ReopeningAsked e -> asked(connection, e, e.by(), e.occurredAt(), e.reason());
                case ReopeningDropped e -> asked(connection, e, null, null, null);
                case PeriodReopened e -> opened(connection, e);
            }
    }

    private static void asked(
            Connection connection,
            PeriodEvent event,
            @Nullable Subject by,
            @Nullable Instant at,
            @Nullable Sealed reason)
            throws SQLException {
        update(
                connection,
                """
                UPDATE view.accounting_period
                   SET status = ?, reopening_by = ?, reopening_at = ?::timestamptz, reopening_reason = ?
                 WHERE month = ?
                """,
                by == null ? "CLOSED" : "REOPENING",
                by == null ? null : by.value(),
                at,
                reason == null ? null : reason.toText(),
                month(event));
    }

    /** Nothing is left of a closing that does not hold: the log tells of it. */
    private static void opened(Connection connection, PeriodEvent event) throws SQLException {
        update(connection, "DELETE FROM view.accounting_period WHERE month = ?", month(event));
    }

    private static String month(PeriodEvent event) {
        return event.period().month().id();
    }
}
