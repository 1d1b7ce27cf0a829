package io.daybook.statement;

import static io.daybook.shell.SqlTable.instant;
import static io.daybook.shell.SqlTable.list;
import static io.daybook.shell.SqlTable.one;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.ConditionTable;
import io.daybook.kernel.Rider;
import io.daybook.kernel.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads statements, and counts the log's events about a person. */
final class IssuedReadTable implements StatementViews {
    private static final String STATEMENTS = """
            SELECT statement, contractor, begins_at, ends_at, events, last_person_seq, known_at, form, hash, subject, issued_at,
                   position, event_id
              FROM view.issued_statement
            """;

    private final DataSource source;

    IssuedReadTable(DataSource source) {
        this.source = source;
    }

    @Override
    public Optional<StatementView> find(StatementId statement) {
        return one(source, STATEMENTS + "WHERE statement = ?", IssuedReadTable::read, statement.value());
    }

    @Override
    public List<StatementView> of(ContractorId contractor, long afterPosition, int limit) {
        return list(
                source,
                STATEMENTS + "WHERE contractor = ? AND position > ? ORDER BY position LIMIT ?",
                IssuedReadTable::read,
                contractor.value(),
                afterPosition,
                limit);
    }

    @Override
    public History history(ContractorId contractor, long knownAt) {
        return list(
                        source,
                        """
                        SELECT count(*) AS events, coalesce(max(person_seq), 0) AS last_person_seq
                          FROM daybook.event_log WHERE person = ? AND position <= ?
                        """,
                        row -> new History(row.getLong("events"), row.getLong("last_person_seq"), knownAt),
                        contractor.person().value(),
                        knownAt)
                .getFirst();
    }

    @Override
    public Rider closing(StatementId statement, ContractorId contractor, History history) {
        return new Closing(statement.value(), contractor.person().value(), history);
    }

    private record Closing(String stream, String person, History history) implements ConditionTable {
        @Override
        public void write(Connection connection) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT daybook.require_closed_history(?, ?, ?, ?)")) {
                statement.setString(1, stream);
                statement.setString(2, person);
                statement.setLong(3, history.lastPersonSeq());
                statement.setLong(4, history.knownAt());
                statement.executeQuery().close();
            }
        }
    }

    private static StatementView read(ResultSet row) throws SQLException {
        return new StatementView(
                new StatementId(row.getString("statement")),
                new ContractorId(row.getString("contractor")),
                instant(row, "begins_at"),
                instant(row, "ends_at"),
                new History(row.getLong("events"), row.getLong("last_person_seq"), row.getLong("known_at")),
                row.getInt("form"),
                row.getString("hash"),
                new Subject(row.getString("subject")),
                instant(row, "issued_at"),
                row.getLong("position"),
                row.getString("event_id"));
    }
}
