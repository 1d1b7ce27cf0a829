package io.daybook.journal;

import static io.daybook.shell.SqlTable.list;

import io.daybook.journal.JournalViews.Violation;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The books' own checks: at most 100 rows of each that are wrong are told. */
final class CheckTable {
    private static final List<Check> CHECKS = Stream.of(BookChecks.ALL, SettlementChecks.ALL, ApprovalChecks.ALL)
            .flatMap(List::stream)
            .toList();

    private CheckTable() {}

    static List<String> names() {
        return CHECKS.stream().map(Check::name).toList();
    }

    static List<Violation> run(DataSource source) {
        return CHECKS.stream()
                .flatMap(check -> list(
                        source,
                        check.sql() + " ORDER BY detail LIMIT 100",
                        row -> new Violation(check.name(), row.getString("detail")))
                        .stream())
                .toList();
    }
}
