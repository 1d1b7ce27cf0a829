package io.daybook.api.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables themselves refuse, whoever writes: tried as the application, with the code that a client sees. */
class InvariantsInSqlTest {
    private static final String UNBALANCED = "DB001";
    private static final String WRONG_LINE = "DB002";
    private static final String CHECK = "23514";
    private static final String UNIQUE = "23505";
    private static final String OVERLAP = "23P01";
    private static final String NOT_ALLOWED = "42501";
    private static final String ONLY_ADDED_TO = "DB010";

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestPostgres.freshDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void an_entry_whose_debits_are_not_its_credits_is_refused() throws SQLException {
        refused(UNBALANCED, entry(1), line(1, 1, 5000, "USD", 100), line(1, 2, 2000, "USD", -99));
        refused(UNBALANCED, entry(2), line(2, 1, 5000, "USD", 100));
        refused(UNBALANCED, line(3, 1, 5000, "USD", 100));
        assertThat(count("view.journal_line WHERE entry < 10")).isZero();
        done(entry(4), line(4, 1, 5000, "USD", 100), line(4, 2, 2000, "USD", -100));
        refused(UNBALANCED, line(4, 3, 2000, "USD", -1));
        assertThat(count("view.journal_line WHERE entry < 10")).isEqualTo(2);
    }

    @Test
    void an_entry_balances_in_each_currency_by_itself() throws SQLException {
        refused(UNBALANCED, entry(11), line(11, 1, 5000, "USD", 100), line(11, 2, 2000, "EUR", -100));
        done(
                entry(12),
                line(12, 1, 5000, "USD", 100),
                line(12, 2, 2000, "USD", -100),
                line(12, 3, 5000, "EUR", 7),
                line(12, 4, 2000, "EUR", -7));
    }

    @Test
    void a_line_is_dated_as_its_entry_whoever_dates_it() throws SQLException {
        done(entry(13), line(13, 1, 5000, "USD", 100), line(13, 2, 2000, "USD", -100));
        assertThat(count("view.journal_line WHERE entry = 13 AND effective_at = '2026-01-05T00:00Z'"))
                .isEqualTo(2);
        String misdated = line(14, 1, 5000, "USD", 100)
                .replace("amount_minor)", "amount_minor, effective_at)")
                .replace("100)", "100, '2026-01-04T00:00Z')");
        refused(WRONG_LINE, entry(14), misdated, line(14, 2, 2000, "USD", -100));
    }

    @Test
    void a_change_of_some_lines_is_held_against_all_of_the_entry() throws SQLException {
        done(entry(16), line(16, 1, 5000, "USD", 100), line(16, 2, 2000, "USD", -60), line(16, 3, 2000, "USD", -40));
        JdbcClient owner = JdbcClient.create(database.owner());
        assertThatThrownBy(() -> owner.sql("""
                        UPDATE view.journal_line SET amount_minor = CASE line WHEN 1 THEN 50 ELSE -50 END
                         WHERE entry = 16 AND line IN (1, 2)
                        """).update()).hasStackTraceContaining("does not balance");
    }

    @Test
    void what_was_begun_and_undone_is_asked_again() throws SQLException {
        refused(
                UNBALANCED,
                entry(15),
                "SAVEPOINT before",
                line(15, 1, 5000, "USD", 100),
                "ROLLBACK TO SAVEPOINT before",
                line(15, 1, 5000, "USD", 100),
                line(15, 2, 2000, "USD", -99));
        done(entry(15), line(15, 1, 5000, "USD", 100), line(15, 2, 2000, "USD", -100));
        assertThat(count("view.unfinished_entry")).isZero();
    }

    @Test
    void the_message_names_the_entry_and_by_how_much_it_is_off() {
        assertThatThrownBy(() -> done(entry(21), line(21, 1, 5000, "USD", 100), line(21, 2, 2000, "USD", -1)))
                .hasMessageContaining("journal entry 21 does not balance: 99 USD");
    }

    @Test
    void the_books_are_only_added_to() throws SQLException {
        refused(NOT_ALLOWED, "UPDATE view.journal_line SET amount_minor = 1");
        refused(NOT_ALLOWED, "DELETE FROM view.journal_line");
        refused(NOT_ALLOWED, "UPDATE view.journal_entry SET effective_at = now()");
        refused(NOT_ALLOWED, "DELETE FROM view.journal_entry");
        refused(NOT_ALLOWED, "UPDATE daybook.event_log SET payload = ''");
        refused(NOT_ALLOWED, "DELETE FROM daybook.event_log");
        refused(NOT_ALLOWED, "TRUNCATE daybook.event_log");
        refused(NOT_ALLOWED, "UPDATE daybook.command_log SET command_id = 'x'");
        refused(NOT_ALLOWED, "DROP SCHEMA view CASCADE");
    }

    /** Enabled always: a session that has switched ordinary triggers off, as a restore does, is refused the same. */
    @ParameterizedTest
    @CsvSource({
        "event_log, type = 'x'",
        "command_log, stream = 'x'",
        "refused_order, code = 'x'",
        "rail_switch, actor = 'x'",
        "audit_access, path = 'x'",
    })
    void what_was_recorded_is_changed_by_nobody(String table, String change) {
        for (String who : List.of("SET ROLE daybook_owner", "SET session_replication_role = replica", "SELECT"))
            for (String what :
                    List.of("UPDATE daybook.%s SET " + change, "DELETE FROM daybook.%s", "TRUNCATE daybook.%s"))
                assertThatThrownBy(() -> asSuperuser(who, what.formatted(table)))
                        .as(who + ": " + what)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo(ONLY_ADDED_TO));
    }

    @Test
    void no_row_of_the_log_changes_by_what_a_subscription_or_an_upsert_brings() throws SQLException {
        done("""
                INSERT INTO daybook.command_log (command_id, try, stream, position, recorded_at)
                VALUES ('kept', gen_random_uuid(), 'tally-1', 1, now())
                """);
        assertThatThrownBy(() -> asSuperuser("SET session_replication_role = replica", """
                        INSERT INTO daybook.command_log (command_id, try, stream, position, recorded_at)
                        VALUES ('kept', gen_random_uuid(), 'tally-1', 1, now())
                        ON CONFLICT (command_id) DO UPDATE SET stream = 'other'
                        """))
                .hasMessageContaining("daybook.command_log is only added to: UPDATE is refused");
        assertThatThrownBy(() -> asSuperuser(
                        "ALTER TABLE daybook.command_log DISABLE TRIGGER command_log_only_added_to",
                        "DELETE FROM daybook.command_log"))
                .hasMessageContaining("daybook.command_log is only added to: DELETE is refused");
        assertThat(count("daybook.command_log WHERE command_id = 'kept'")).isEqualTo(1);
    }

    private static void asSuperuser(String first, String then) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(first);
            try {
                statement.execute(then);
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void an_entry_is_posted_once_and_never_for_the_future() throws SQLException {
        done(entry(31), line(31, 1, 5000, "USD", 1), line(31, 2, 2000, "USD", -1));
        refused(UNIQUE, entry(31));
        refused(CHECK, entry(32).replaceFirst("'2026-01-05T00:00Z'", "'2026-01-07T00:00Z'"));
        refused(CHECK, entry(33), line(33, 1, 5000, "USD", 0));
    }

    /** Invariants 3, 4, 5 and 8, as far as one row can show them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60, 40, 0, 0, 0 | ''",
                "60, 40, 1, 0, 0 | 23514",
                "-1, 101, 0, 0, 0 | 23514",
                "100, 0, 0, 1, -1 | 23514",
                "0, 0, 0, 50, 50 | ''",
                "0, 0, 0, 101, 0 | 23514",
            })
    void an_account_entry_is_settled_at_most_once(String parts, String refusal) throws SQLException {
        String insert = """
                INSERT INTO view.account_entry
                       (entry, account, contractor, currency, kind, seconds, amount_minor, pending_minor,
                        available_minor, held_minor, in_payouts_minor, used_minor, earned_at, position)
                VALUES ('entry-%s', 'account-a-USD', 'contractor-a', 'USD', 'EARNINGS', 0, 100, %s, now(), 1)
                """.formatted(parts, parts);
        if (refusal.isEmpty()) done(insert);
        else refused(refusal, insert);
    }

    @Test
    void a_batch_pays_an_account_once_and_is_not_approved_by_its_maker() throws SQLException {
        String line = """
                INSERT INTO view.payout_batch_line
                       (batch, line, account, contractor, amount_minor, currency, destination_version, destination_key,
                        destination_sealed, destination_index)
                VALUES ('batch-1', %d, 'account-a-USD', 'contractor-a', %d, 'USD', 1, 'k', 's', 'i')
                """;
        done(line.formatted(1, 5));
        refused(UNIQUE, line.formatted(2, 5));
        refused(CHECK, line.formatted(3, 0));
        refused(CHECK, line.formatted(4, -5));
        String batch = """
                INSERT INTO view.payout_batch
                       (batch, reference, rail, currency, cutoff, minimum_minor, only_contractors, maker, status,
                        approvers, drafted_at, position)
                VALUES ('batch-2', 'r', 'simulator', 'USD', now(), 0, '{}', 'ada', 'DRAFT', '{%s}', now(), 2)
                """;
        refused(CHECK, batch.formatted("bob,ada"));
        done(batch.formatted("bob"));
    }

    @Test
    void an_adjustment_and_a_top_up_are_not_approved_by_their_maker() throws SQLException {
        String adjustment = """
                INSERT INTO view.adjustment
                       (adjustment, account, kind, amount_minor, currency, reason, posted, maker, approver, at, position)
                VALUES ('adjustment-1', 'account-a-USD', 'BONUS', 5, 'USD', 'sealed', true, 'ada', '%s', now(), 1)
                """;
        refused(CHECK, adjustment.formatted("ada"));
        done(adjustment.formatted("bob"));
        String topUp = """
                INSERT INTO view.top_up
                       (top_up, pool, rail, reference, amount_minor, currency, status, maker, checker, announced_at, position)
                VALUES ('top-up-1', 'pool', 'simulator', 'r', 1, 'USD', 'SENT', 'ada', '%s', now(), 1)
                """;
        refused(CHECK, topUp.formatted("ada"));
        done(topUp.formatted("bob"));
    }

    @Test
    void hours_that_refuse_overlap_are_worked_once() throws SQLException {
        String worked = """
                INSERT INTO daybook.worked_interval (entry, contractor, timesheet, worked)
                VALUES ('time-%s', 'contractor-%s', 'timesheet-1', '[2026-01-05 09:00Z, 2026-01-05 %s)')
                """;
        done(worked.formatted("1", "a", "10:00Z"));
        refused(OVERLAP, worked.formatted("2", "a", "09:01Z"));
        done(worked.formatted("3", "b", "09:01Z"));
    }

    private static String entry(long position) {
        return """
                INSERT INTO view.journal_entry (entry, event_id, source, stream, effective_at, occurred_at, recorded_at)
                VALUES (%1$d, 'event-%1$d', 'Test', 'account-a-USD', '2026-01-05T00:00Z', '2026-01-05T00:00Z',
                        '2026-01-05T12:00Z')
                """.formatted(position);
    }

    private static String line(long entry, int line, int account, String currency, long minor) {
        return """
                INSERT INTO view.journal_line (entry, line, account, contractor, currency, amount_minor)
                VALUES (%d, %d, %d, %s, '%s', %d)
                """.formatted(entry, line, account, account < 3000 ? "'contractor-a'" : "NULL", currency, minor);
    }

    private static void refused(String state, String... statements) {
        assertThatThrownBy(() -> done(statements))
                .as(String.join("; ", statements))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }

    /** As the application, in one transaction. */
    private static void done(String... statements) throws SQLException {
        try (Connection connection = database.application().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) statement.executeUpdate(sql);
            connection.commit();
        }
    }

    private static long count(String table) throws SQLException {
        try (Connection connection = database.application().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
