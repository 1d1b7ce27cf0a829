package io.daybook.api.payouts;

import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;

import io.daybook.kernel.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** What single people have done lately, each thing allowed, that others should hear of. */
final class SignsTable {
    private final DataSource source;

    SignsTable(DataSource source) {
        this.source = source;
    }

    /** @param count of what they did; @param lastAt the last time */
    record Sign(Subject subject, long count, Instant lastAt) {}

    /** Who made or changed where messages go, or drew a new secret for them. */
    List<Sign> endpointsChanged(Instant since) {
        return list(source, """
                SELECT actor AS subject, count(*) AS count, max(changed_at) AS last_at
                  FROM daybook.webhook_endpoint_change
                 WHERE changed_at >= ? AND what IN ('created', 'changed', 'secret-rotated')
                 GROUP BY actor ORDER BY actor LIMIT 200
                """, SignsTable::sign, since);
    }

    List<Sign> destinationsProposed(Instant since) {
        return list(source, """
                SELECT subject, count(DISTINCT contractor) AS count, max(taken_at) AS last_at
                  FROM view.destination_step WHERE what = 'PROPOSED' AND taken_at >= ?
                 GROUP BY subject ORDER BY subject LIMIT 200
                """, SignsTable::sign, since);
    }

    /** Who added more to accounts, alone and bit by bit, than one adjustment may without a second person; how many accounts. */
    List<Sign> adjustmentsAddedUp(Instant since, long limitMinor) {
        return list(source, """
                SELECT maker AS subject, count(*) AS count, max(last_at) AS last_at
                  FROM (SELECT maker, account, max(at) AS last_at
                          FROM view.adjustment
                         WHERE at >= ? AND posted AND approver IS NULL
                           AND kind <> 'DEDUCTION' AND direction IS DISTINCT FROM 'DOWN'
                         GROUP BY maker, account, currency
                        HAVING sum(amount_minor) > ?) AS added
                 GROUP BY maker ORDER BY maker LIMIT 200
                """, SignsTable::sign, since, limitMinor);
    }

    private static Sign sign(ResultSet row) throws SQLException {
        return new Sign(new Subject(row.getString("subject")), row.getLong("count"), instant(row, "last_at"));
    }
}
