package io.daybook.api.payouts;

import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.update;

import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Who put which alert to rest; only added to. */
final class AcknowledgementTable {
    private final DataSource source;

    AcknowledgementTable(DataSource source) {
        this.source = source;
    }

    void add(Acknowledgement given) {
        try (Connection connection = source.getConnection()) {
            update(
                    connection,
                    """
                    INSERT INTO daybook.alert_acknowledgement (alert, count, subject, reason, acknowledged_at)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                    given.alert(),
                    given.count(),
                    given.by().value(),
                    given.reason().toText(),
                    given.at());
        } catch (SQLException e) {
            throw new IllegalStateException("an acknowledgement could not be written down", e);
        }
    }

    /** The last of each of these alerts, by alert. */
    Map<String, Acknowledgement> last(List<String> alerts) {
        return list(
                        source,
                        """
                        SELECT DISTINCT ON (alert) alert, count, subject, reason, acknowledged_at
                          FROM daybook.alert_acknowledgement WHERE alert = ANY (?::text[])
                         ORDER BY alert, nr DESC
                        """,
                        row -> new Acknowledgement(
                                row.getString("alert"),
                                row.getLong("count"),
                                new Subject(row.getString("subject")),
                                Sealed.ofText(row.getString("reason")),
                                instant(row, "acknowledged_at")),
                        alerts)
                .stream()
                .collect(Collectors.toMap(Acknowledgement::alert, Function.identity()));
    }
}
