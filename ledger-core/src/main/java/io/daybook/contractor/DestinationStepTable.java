package io.daybook.contractor;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;
import static io.daybook.shell.SqlTable.update;

import io.daybook.contractor.DestinationSteps.Step;
import io.daybook.kernel.ProjectionTable;
import io.daybook.kernel.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Writes and reads the steps of destinations. */
final class DestinationStepTable implements ProjectionTable<List<Step>> {
    @Override
    public Set<String> tables() {
        return Set.of("destination_step");
    }

    @Override
    public void write(Connection connection, List<Step> rows) throws SQLException {
        if (rows.isEmpty()) return;
        update(
                connection,
                """
                INSERT INTO view.destination_step (contractor, seq, what, number, subject, taken_at)
                SELECT contractor, seq::bigint, what, number::integer, subject, taken_at::timestamptz
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(contractor, seq, what, number, subject, taken_at)
                ON CONFLICT DO NOTHING
                """,
                column(rows, row -> row.contractor().value()),
                column(rows, Step::seq),
                column(rows, Step::what),
                column(rows, Step::number),
                column(rows, Step::subject),
                column(rows, Step::takenAt));
    }

    /**
     * A destination is its proposer's, whoever approved it; where nobody known proposed it, it is the approver's, who alone
     * vouches for it.
     */
    static Map<ContractorId, Set<Integer>> setBy(DataSource source, Subject subject) {
        Map<ContractorId, Set<Integer>> numbers = new HashMap<>();
        list(
                source,
                """
                SELECT s.contractor, s.number
                  FROM view.destination_step s
                  LEFT JOIN view.destination_step a
                         ON a.contractor = s.contractor AND a.seq = s.seq - 1 AND a.what = 'APPROVED'
                  LEFT JOIN view.destination_step p
                         ON p.contractor = s.contractor AND p.what = 'PROPOSED' AND p.number = a.number
                 WHERE s.what = 'SET'
                   AND s.contractor IN (SELECT contractor FROM view.destination_step WHERE subject = ?)
                   AND coalesce(nullif(p.subject, ?), a.subject, s.subject) = ?
                 ORDER BY s.contractor, s.number
                """,
                row -> numbers.computeIfAbsent(new ContractorId(row.getString(1)), id -> new HashSet<>())
                        .add(row.getInt(2)),
                subject.value(),
                Subject.LOCAL_COMMAND.value(),
                subject.value());
        return numbers;
    }

    static long proposedSince(DataSource source, Instant since) {
        return one(source, """
                SELECT count(DISTINCT contractor) FROM view.destination_step WHERE what = 'PROPOSED' AND taken_at >= ?
                """, row -> row.getLong(1), since).orElse(0L);
    }
}
