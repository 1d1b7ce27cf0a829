package io.daybook.api.views;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would break an invariant by SQL is refused, at the latest when its transaction ends. */
class ConstraintsTest {
    private static final Book BOOK = RandomBooks.book().project(RandomBooks.richFacts());

    /** An entry of the first payout in a status, with lines (number, account, contractor, minor). */
    private static final String ENTRY = """
            WITH e AS (
                INSERT INTO view.journal_entry
                       (entry, event_id, source, stream, effective_at, occurred_at, recorded_at, payout)
                SELECT max(entry) + 1, 'x', '%s', 'x', %s, now(), now(),
                       (SELECT min(payout) FROM view.payout WHERE status = '%s')
                  FROM view.journal_entry RETURNING entry)
            INSERT INTO view.journal_line (entry, line, account, contractor, currency, amount_minor)
            SELECT entry, n, account, contractor, 'USD', minor FROM e CROSS JOIN (VALUES %s) AS l(n, account, contractor, minor)
            """;

    @AfterAll
    static void close() {
        BOOK.close();
    }

    @Test
    void an_entry_balances_and_its_lines_have_an_entry() {
        refused(entry("x", "now()", "PAID", "(1, 1000, NULL, 5), (2, 3000, NULL, -4)"), "does not balance");
        refused(
                "INSERT INTO view.journal_line (entry, line, account, currency, amount_minor) VALUES"
                        + " (0, 1, 1000, 'USD', 5), (0, 2, 3000, 'USD', -5)",
                "journal_line_of_an_entry");
    }

    @Test
    void a_line_of_a_contractors_account_names_them_and_no_other_line_does() {
        refused(
                entry("x", "now()", "PAID", "(1, 1000, NULL, 5), (2, 2000, NULL, -5)"),
                "journal_line_names_whose_it_is");
        refused(
                entry("x", "now()", "PAID", "(1, 5000, 'c', 5), (2, 3000, NULL, -5)"),
                "journal_line_names_whose_it_is");
        refused(entry("x", "now()", "PAID", "(1, 9999, NULL, 5), (2, 3000, NULL, -5)"), "journal_line_of_the_chart");
        refused(entry("x", "now()", "PAID", "(1, 1010, NULL, 5), (2, 3000, NULL, -5)"), "journal_line_names_the_rail");
        refused("INSERT INTO view.account_balance VALUES (NULL, 2000, NULL, 'USD', -1)", "account_balance_names");
    }

    @ParameterizedTest
    @CsvSource({"2000, 1", "2030, 1", "2040, 1", "1100, -1", "1021, -1"})
    void no_contractors_balance_goes_below_zero(int account, long minor) {
        refused(
                "INSERT INTO view.account_balance VALUES ('contractor-x', %d, NULL, 'USD', %d)"
                        .formatted(account, minor),
                account == 2030 ? "(below zero|payouts come to)" : "below zero");
        refused(
                "UPDATE view.account_balance SET amount_minor = %d WHERE account = %d".formatted(minor, account),
                account == 2030 ? "(below zero|payouts come to)" : "below zero");
    }

    @Test
    void payouts_take_no_more_of_an_entry_than_it_has_for_them() {
        String one = "FROM view.payout_part WHERE NOT given_back AND NOT late ORDER BY payout, entry LIMIT 1";
        refused(
                "UPDATE view.payout_part SET amount_minor = amount_minor + 1 WHERE (payout, entry) = (SELECT payout, entry "
                        + one + ")",
                "more of .* than it has");
        refused(
                "INSERT INTO view.payout_part SELECT 'payout-none-1', entry, 1, FALSE, FALSE " + one,
                "payout_part_of_a_payout");
        refused(
                "INSERT INTO view.payout_part SELECT payout, 'entry-none', 1, FALSE, FALSE " + one,
                "payout_part_of_an_entry");
        refused("UPDATE view.account_entry SET used_minor = used_minor + 1", "account_entry_is_settled_once");
    }

    @ParameterizedTest
    @CsvSource({
        "amount_minor = amount_minor + 1",
        "destination = destination || 'x'",
        "destination_index = 'x'",
        "destination_version = destination_version + 1",
        "account = 'account-x-USD'"
    })
    void a_payout_pays_what_the_frozen_line_says(String change) {
        refused("UPDATE view.payout SET " + change, "payout_is_a_frozen_line");
    }

    @Test
    void a_payout_that_no_line_approved_cannot_be_written() {
        refused("""
                INSERT INTO view.payout
                       (payout, account, contractor, currency, batch, amount_minor, status, attempt, rail, source,
                        destination_version, destination, destination_index, reserved_at, since)
                SELECT 'payout-foreign-1', account, contractor, currency, 'batch-foreign', amount_minor, 'RESERVED', 1, rail,
                       source, destination_version, destination, destination_index, now(), now()
                  FROM view.payout ORDER BY payout LIMIT 1
                """, "payout_is_a_frozen_line");
        refused("UPDATE view.payout SET batch = 'batch-other'", "payout_of_its_batch");
    }

    @Test
    void a_dropped_line_is_no_payout_and_a_frozen_line_stays_as_it_is() {
        refused(
                "INSERT INTO view.payout_dropped SELECT payout, account, contractor, currency, batch, amount_minor, 'X', ''"
                        + " FROM view.payout",
                "is a payout and dropped");
        refused(
                "INSERT INTO view.payout_dropped VALUES ('payout-x-1', 'a', 'c', 'USD', 'batch-x', 5, 'X', '')",
                "payout_dropped_is_a_frozen_line");
        refused("UPDATE view.payout_batch_line SET amount_minor = 1", "permission denied");
        refused("DELETE FROM view.payout_batch_line", "permission denied");
    }

    @Test
    void an_attempt_is_meant_once_open_once_and_paid_once() {
        refused(
                "INSERT INTO view.payout_intent SELECT key || 'x', payout, rail, step, attempt, 1, currency, now()"
                        + " FROM view.payout_intent",
                "payout_intent_once");
        refused(
                "INSERT INTO view.payout_intent SELECT key, payout, rail, step, attempt + 9, 1, currency, now()"
                        + " FROM view.payout_intent",
                "payout_intent_pkey");
        refused(
                entry("PayoutPaid", "now()", "PAID", "(1, 1000, NULL, 5), (2, 3000, NULL, -5)"),
                "journal_entry_paid_once");
        refused(
                entry("PayoutSubmitted", "now()", "ACCEPTED", "(1, 2003, 'c', 1), (2, 2030, 'c', -1)"),
                "two open attempts");
    }

    @Test
    void what_is_in_flight_is_what_payouts_come_to() {
        refused(
                "UPDATE view.account_balance SET amount_minor = amount_minor - 1 WHERE account = 2030",
                "payouts come to");
    }

    @Test
    void two_people_are_two() {
        refused("UPDATE view.payout_batch SET approvers = ARRAY[maker]", "payout_batch_second_person");
        refused("UPDATE view.adjustment SET approver = maker", "adjustment_second_person");
    }

    @Test
    void a_closed_month_takes_no_entry_behind_its_closing() {
        String march =
                "INSERT INTO view.closed_month SELECT '2026-03', '2026-03-01Z', '2026-04-01Z', %s FROM view.journal_entry";
        refused(march.formatted("min(entry)"), "is closed");
        refused(
                march.formatted("max(entry)") + ";"
                        + entry("x", "'2026-03-31Z'", "PAID", "(1, 1000, NULL, 5), (2, 3000, NULL, -5)"),
                "is closed");
    }

    private static String entry(String source, String effectiveAt, String status, String lines) {
        return ENTRY.formatted(source, effectiveAt, status, lines);
    }

    private static void refused(String sql, String why) {
        assertThatThrownBy(() -> BOOK.alter(sql))
                .hasStackTraceContaining("PSQLException")
                .rootCause()
                .hasMessageMatching("(?s).*" + why + ".*");
    }
}
