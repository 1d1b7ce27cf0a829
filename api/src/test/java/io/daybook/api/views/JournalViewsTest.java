package io.daybook.api.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import io.daybook.contractor.ContractorId;
import io.daybook.journal.Balance;
import io.daybook.journal.JournalModule;
import io.daybook.journal.JournalViews;
import io.daybook.journal.JournalViews.Filter;
import io.daybook.journal.LedgerAccount;
import io.daybook.journal.Statement;
import io.daybook.journal.Viewpoint;
import io.daybook.money.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The books as of a date and as known at a position. Three facts: 100.00 earned on 5 January and recorded on the 6th,
 * 30.00 more earned on 5 January and recorded only on the 20th, 50.00 paid and recorded on the 12th.
 */
class JournalViewsTest {
    private static final ContractorId ADA = ContractorId.of("ada");
    private static final String WORKED = "2026-01-05T10:00:00Z";
    private static final String BATCH = "2026-01-12T10:00:00Z";
    private static final String LATE = "2026-01-20T10:00:00Z";

    private final TestDatabase database = TestPostgres.freshDatabase();
    private final JournalViews views = JournalModule.views(database.application());

    @BeforeEach
    void post() throws SQLException {
        entry(10, "EARNED", WORKED, "2026-01-06T10:00:00Z", 5000, 2000, 100_00);
        entry(20, "PAID", BATCH, BATCH, 2000, 1021, 50_00);
        entry(30, "EARNED", WORKED, LATE, 5000, 2000, 30_00);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void as_of_counts_what_was_in_force_whenever_it_became_known() {
        assertThat(net(asOf("2026-01-05T09:59:59.999999Z"))).isZero();
        assertThat(net(asOf(WORKED))).isEqualTo(130_00);
        assertThat(net(asOf(BATCH))).isEqualTo(80_00);
    }

    @Test
    void as_of_a_date_reaches_to_the_next_midnight_of_the_books_zone() {
        ZoneId utc = ZoneOffset.UTC;
        assertThat(net(Viewpoint.asOf(LocalDate.parse("2026-01-04"), utc))).isZero();
        assertThat(net(Viewpoint.asOf(LocalDate.parse("2026-01-05"), utc))).isEqualTo(130_00);
        ZoneId kiritimati = ZoneId.of("Pacific/Kiritimati");
        assertThat(net(Viewpoint.asOf(LocalDate.parse("2026-01-05"), kiritimati)))
                .isZero();
        assertThat(net(Viewpoint.asOf(LocalDate.parse("2026-01-06"), kiritimati)))
                .isEqualTo(130_00);
    }

    @Test
    void known_at_counts_what_the_log_held_by_position_or_by_instant() {
        assertThat(net(Viewpoint.NOW.knownAt(9))).isZero();
        assertThat(net(Viewpoint.NOW.knownAt(10))).isEqualTo(100_00);
        assertThat(net(Viewpoint.NOW.knownAt(29))).isEqualTo(50_00);
        assertThat(net(Viewpoint.NOW.knownAt(30))).isEqualTo(80_00);
        assertThat(net(Viewpoint.NOW.knownAt(Instant.parse(LATE).minusNanos(1000))))
                .isEqualTo(50_00);
        assertThat(net(Viewpoint.NOW.knownAt(Instant.parse(LATE)))).isEqualTo(80_00);
    }

    @Test
    void both_together_tell_what_was_thought_then_about_a_day_before() {
        assertThat(net(asOf(WORKED).knownAt(20))).isEqualTo(100_00);
        assertThat(net(asOf(WORKED).knownAt(Instant.parse(LATE)))).isEqualTo(130_00);
        assertThat(net(asOf("2026-01-11T00:00:00Z").knownAt(20))).isEqualTo(100_00);
    }

    @Test
    void the_trial_balance_is_zero_from_wherever_one_looks() {
        for (long position = 0; position <= 31; position++)
            for (Viewpoint viewpoint : List.of(
                    Viewpoint.NOW.knownAt(position),
                    asOf(WORKED).knownAt(position),
                    asOf(BATCH).knownAt(position)))
                assertThat(views.trialBalance(viewpoint).stream()
                                .mapToLong(row ->
                                        row.debit().minor() - row.credit().minor())
                                .sum())
                        .isZero();
        assertThat(views.trialBalance(asOf(BATCH).knownAt(20)))
                .extracting(row -> row.account().number() + " " + row.debit().minor() + " "
                        + row.credit().minor())
                .containsExactly("1021 0 5000", "2000 0 5000", "5000 10000 0");
    }

    @Test
    void a_statement_asked_for_again_at_its_position_says_the_same() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant to = Instant.parse("2026-01-19T00:00:00Z");
        Statement then = statement(from, to, Viewpoint.NOW.knownAt(20));
        assertThat(then.closing().minor()).isEqualTo(50_00);
        assertThat(then.totals().earned().minor()).isEqualTo(100_00);
        assertThat(then.totals().paid().minor()).isEqualTo(50_00);
        assertThat(then.position()).isEqualTo(20);
        assertThat(statement(from, to, Viewpoint.NOW.knownAt(then.position()))).isEqualTo(then);
        assertThat(statement(from, to, Viewpoint.NOW).closing().minor()).isEqualTo(80_00);
    }

    @Test
    void a_statement_opens_with_what_was_in_force_before_it_begins() {
        Statement later =
                statement(Instant.parse("2026-01-06T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"), Viewpoint.NOW);
        assertThat(later.opening().minor()).isEqualTo(130_00);
        assertThat(later.lines()).hasSize(1);
        assertThat(later.closing().minor()).isEqualTo(80_00);
    }

    @Test
    void a_statement_as_of_a_date_before_it_begins_opens_with_what_counted_then() {
        Instant from = Instant.parse("2026-01-13T00:00:00Z");
        Statement early = statement(from, from.plus(Duration.ofDays(10)), asOf(WORKED));
        assertThat(early.opening().minor()).isEqualTo(130_00);
        assertThat(early.lines()).isEmpty();
        assertThat(early.closing().minor()).isEqualTo(130_00);
    }

    @Test
    void the_journal_is_read_as_of_a_date_and_as_known_at_a_position() {
        assertThat(views.journal(Filter.ALL, asOf(WORKED), 0, 10))
                .extracting(JournalViews.Entry::position)
                .containsExactly(10L, 30L);
        assertThat(views.journal(Filter.ALL, asOf(BATCH).knownAt(29), 0, 10))
                .extracting(JournalViews.Entry::position)
                .containsExactly(10L, 20L);
        assertThat(views.journal(Filter.ALL, Viewpoint.NOW.knownAt(Instant.parse(BATCH)), 10, 10))
                .extracting(JournalViews.Entry::position)
                .containsExactly(20L);
    }

    @Test
    void the_journal_is_read_in_the_order_of_the_log_by_account_and_date() {
        assertThat(views.journal(Filter.ALL, Viewpoint.NOW, 0, 2))
                .extracting(JournalViews.Entry::position)
                .containsExactly(10L, 20L);
        assertThat(views.journal(Filter.ALL, Viewpoint.NOW, 20, 2))
                .extracting(JournalViews.Entry::position)
                .containsExactly(30L);
        Filter paid = new Filter(LedgerAccount.of(1021), null, null, null);
        assertThat(views.journal(paid, Viewpoint.NOW, 0, 10))
                .extracting(JournalViews.Entry::position)
                .containsExactly(20L);
        Filter day =
                new Filter(null, null, Instant.parse("2026-01-05T00:00:00Z"), Instant.parse("2026-01-06T00:00:00Z"));
        assertThat(views.journal(day, Viewpoint.NOW, 0, 10))
                .extracting(JournalViews.Entry::position)
                .containsExactly(10L, 30L);
    }

    private long net(Viewpoint viewpoint) {
        return views.balances(ADA, viewpoint).stream()
                .map(Balance::net)
                .mapToLong(Money::minor)
                .sum();
    }

    private Statement statement(Instant from, Instant to, Viewpoint viewpoint) {
        return views.statements(ADA, from, to, viewpoint).getFirst();
    }

    private static Viewpoint asOf(String instant) {
        return Viewpoint.asOf(Instant.parse(instant));
    }

    private void entry(long position, String kind, String effective, String recorded, int debit, int credit, long minor)
            throws SQLException {
        try (Connection connection = database.application().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement entry = connection.prepareStatement("""
                    INSERT INTO view.journal_entry
                           (entry, event_id, source, stream, effective_at, occurred_at, recorded_at, contractor, kind)
                    VALUES (?, ?, 'Test', 'account', ?, ?, ?, ?, ?)
                    """)) {
                entry.setLong(1, position);
                entry.setString(2, "event-" + position);
                entry.setObject(3, OffsetDateTime.parse(effective));
                entry.setObject(4, OffsetDateTime.parse(effective));
                entry.setObject(5, OffsetDateTime.parse(recorded));
                entry.setString(6, ADA.value());
                entry.setString(7, kind);
                entry.executeUpdate();
            }
            line(connection, position, 1, debit, minor);
            line(connection, position, 2, credit, -minor);
            connection.commit();
        }
    }

    private static void line(Connection connection, long entry, int line, int account, long minor) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO view.journal_line (entry, line, account, contractor, rail, currency, amount_minor)
                VALUES (?, ?, ?, ?, ?, 'USD', ?)
                """)) {
            insert.setLong(1, entry);
            insert.setInt(2, line);
            insert.setInt(3, account);
            insert.setString(4, account == 5000 ? null : ADA.value());
            insert.setString(5, account == 1021 ? "simulator" : null);
            insert.setLong(6, minor);
            insert.executeUpdate();
        }
    }
}
