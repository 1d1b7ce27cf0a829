package io.daybook.timesheet;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.update;

import io.daybook.kernel.ProjectionTable;
import io.daybook.kernel.Subject;
import io.daybook.timesheet.TimeHands.Hand;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Writes and reads whose hands time has gone through. */
final class TimeHandTable implements ProjectionTable<Set<Hand>> {
    @Override
    public Set<String> tables() {
        return Set.of("time_hand");
    }

    @Override
    public void write(Connection connection, Set<Hand> rows) throws SQLException {
        if (rows.isEmpty()) return;
        update(connection, """
                INSERT INTO view.time_hand (stream, subject)
                SELECT stream, subject FROM unnest(?::text[], ?::text[]) AS row(stream, subject)
                ON CONFLICT DO NOTHING
                """, column(rows, Hand::stream), column(rows, Hand::subject));
    }

    static Map<TimesheetId, Set<Subject>> of(DataSource source, Collection<TimesheetId> timesheets) {
        Map<String, Set<Subject>> hands = new HashMap<>();
        Collection<String> streams = timesheets.stream()
                .flatMap(sheet -> Stream.of(sheet.value(), sheet.engagement().value()))
                .distinct()
                .toList();
        list(
                source,
                "SELECT stream, subject FROM view.time_hand WHERE stream = ANY (?::text[]) ORDER BY stream, subject",
                row -> hands.computeIfAbsent(row.getString("stream"), stream -> new HashSet<>())
                        .add(new Subject(row.getString("subject"))),
                column(streams, stream -> stream));
        Map<TimesheetId, Set<Subject>> found = new HashMap<>();
        for (TimesheetId sheet : timesheets) {
            Set<Subject> all = new HashSet<>(hands.getOrDefault(sheet.value(), Set.of()));
            all.addAll(hands.getOrDefault(sheet.engagement().value(), Set.of()));
            found.put(sheet, all);
        }
        return found;
    }
}
