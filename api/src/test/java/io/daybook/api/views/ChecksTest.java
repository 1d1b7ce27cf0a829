package io.daybook.api.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.JournalModule;
import io.daybook.journal.JournalViews;
import io.daybook.journal.JournalViews.Violation;
import io.daybook.kernel.Recorded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check of the books goes red on books that somebody altered past all constraints. */
class ChecksTest {
    private static final String LATE = "SELECT '2026-03-01Z'::timestamptz - interval '1 year'";
    private static final List<Recorded> FACTS = RandomBooks.richFacts();
    private static final Map<String, String> BREAKS = breaks();

    private static Map<String, String> breaks() {
        Map<String, String> breaks = new LinkedHashMap<>();
        entries(breaks);
        balances(breaks);
        settlements(breaks);
        approvals(breaks);
        people(breaks);
        return breaks;
    }

    private static void entries(Map<String, String> breaks) {
        breaks.put("entries-balance", "UPDATE view.journal_line SET amount_minor = amount_minor + 1 WHERE line = 1");
        breaks.put("entries-have-lines", "DELETE FROM view.journal_line WHERE entry % 2 = 0");
        breaks.put(
                "entries-have-lines of their date",
                "UPDATE view.journal_line SET effective_at = effective_at - interval '1 day' WHERE line = 1");
        breaks.put(
                "a-closed-month-takes-no-new-entries",
                "INSERT INTO view.closed_month VALUES ('2026-03', '2026-03-01Z', '2026-04-01Z', 1)");
        breaks.put("what-came-in-is-what-is-there", "UPDATE view.journal_entry SET kind = NULL WHERE kind = 'EARNED'");
    }

    private static void balances(Map<String, String> breaks) {
        breaks.put("trial-balance-is-zero", "UPDATE view.control_balance SET amount_minor = 1 WHERE account = 2000");
        breaks.put(
                "sub-ledgers-sum-to-their-control-account",
                "UPDATE view.control_balance SET amount_minor = amount_minor + 1 WHERE account IN (2000, 5000)");
        breaks.put(
                "balances-follow-the-journal",
                "UPDATE view.account_balance SET amount_minor = amount_minor - 1 WHERE account = 2000");
        breaks.put("no-balance-is-negative", "UPDATE view.account_balance SET amount_minor = 1 WHERE account = 2040");
        breaks.put(
                "no-balance-was-negative-at-any-date",
                "UPDATE view.journal_entry SET effective_at = (" + LATE + ") WHERE source = 'PayoutReserved'");
        breaks.put(
                "no-connected-account-was-negative-at-any-position",
                "UPDATE view.journal_line SET amount_minor = -amount_minor WHERE account = 1020");
        breaks.put(
                "what-is-owed-to-us-is-netted",
                "UPDATE view.account_balance SET amount_minor = CASE account WHEN 1100 THEN 1 ELSE -1 END"
                        + " WHERE account IN (1100, 2000)");
    }

    private static void settlements(Map<String, String> breaks) {
        breaks.put(
                "entries-explain-what-is-payable",
                "UPDATE view.account_entry SET amount_minor = amount_minor + 1, available_minor = available_minor + 1");
        breaks.put("every-entry-is-settled-at-most-once", "UPDATE view.payout_part SET given_back = NOT given_back");
        breaks.put("a-payout-pays-its-whole-amount", "UPDATE view.payout_part SET amount_minor = amount_minor + 1");
        breaks.put("a-payout-settles-at-most-once", """
                INSERT INTO view.journal_entry
                       (entry, event_id, source, stream, effective_at, occurred_at, recorded_at, contractor, kind, payout)
                SELECT 1000000 + e.entry, 'again-' || e.entry, 'PayoutFoundLate', stream, now(), now(), now(), contractor,
                       'PAID', payout FROM view.journal_entry e WHERE source = 'PayoutPaid'
                """);
        breaks.put("in-flight-is-explained-by-payouts", status("ACCEPTED", "PAID"));
        breaks.put("in-transit-is-explained-by-payouts", status("ACCEPTED", "UNKNOWN"));
        breaks.put("reserved-is-explained-by-payouts", status("PAID", "RESERVED"));
    }

    private static void approvals(Map<String, String> breaks) {
        String frozen = "frozen-lines-hash-to-what-was-frozen";
        breaks.put(frozen + " (a line changed)", "UPDATE view.payout_batch_line SET destination_sealed = 'AAAA'");
        breaks.put(frozen + " (a line deleted)", "DELETE FROM view.payout_batch_line");
        breaks.put(frozen + " (the hash zeroed)", "UPDATE view.payout_batch SET content_hash = repeat('0', 64)");
        String approved = "what-was-approved-is-what-was-frozen";
        breaks.put(approved + " (by nobody)", "UPDATE view.payout_batch SET approvers = '{}'");
        breaks.put(approved + " (another list)", logged("0".repeat(64), "checker"));
        breaks.put(approved + " (another person)", logged("", "somebody"));
        String paid = "every-payout-is-an-approved-line";
        breaks.put(paid + " (another destination)", "UPDATE view.payout SET destination = 'person-x:AAAA'");
        breaks.put(paid + " (another amount)", "UPDATE view.payout SET amount_minor = amount_minor + 1");
        breaks.put(paid + " (another account)", "UPDATE view.payout_dropped SET account = 'account-x-USD'");
        breaks.put(paid + " (not released)", "UPDATE view.payout_batch SET released_at = NULL");
        String either = "every-approved-line-is-paid-or-dropped";
        breaks.put(either + " (neither)", "UPDATE view.payout_batch SET status = 'COMPLETED'; DELETE FROM view.payout");
        breaks.put(either + " (both)", """
                INSERT INTO view.payout_dropped
                SELECT payout, account, contractor, currency, batch, amount_minor, 'BLOCKED', '' FROM view.payout
                """);
    }

    private static void people(Map<String, String> breaks) {
        String people = "nobody-approves-what-they-made-or-are-paid-by";
        breaks.put(people + " (the maker)", """
                ALTER TABLE view.payout_batch DROP CONSTRAINT payout_batch_second_person;
                UPDATE view.payout_batch SET approvers = approvers || maker
                """);
        breaks.put(
                people + " (the paid)", "UPDATE view.payout_batch SET approvers = approvers || 'contractor:ada'::text");
        breaks.put(people + " (whose destination it is)", """
                UPDATE view.payout_batch SET approvers = approvers || 'thief'::text;
                INSERT INTO view.destination_step (contractor, seq, what, number, subject, taken_at)
                SELECT DISTINCT contractor, 1001, 'PROPOSED', 7, 'thief', now() FROM view.payout_batch_line;
                INSERT INTO view.destination_step (contractor, seq, what, number, subject, taken_at)
                SELECT DISTINCT contractor, 1002, 'APPROVED', 7, 'checker', now() FROM view.payout_batch_line;
                INSERT INTO view.destination_step (contractor, seq, what, number, subject, taken_at)
                SELECT DISTINCT ON (contractor) contractor, 1003, 'SET', destination_version, 'checker', now()
                  FROM view.payout_batch_line ORDER BY contractor, destination_version
                """);
        breaks.put(people + " (an adjustment's maker)", """
                ALTER TABLE view.adjustment DROP CONSTRAINT adjustment_second_person;
                UPDATE view.adjustment SET approver = maker
                """);
        breaks.put(
                people + " (an adjustment's own)",
                "UPDATE view.adjustment SET posted = TRUE, approver = 'ada' WHERE maker <> 'ada'");
    }

    private static String status(String from, String to) {
        return "UPDATE view.payout SET status = '%s' WHERE status = '%s'".formatted(to, from);
    }

    /** As if the log held this approval of every batch; an empty hash is the one that was frozen. */
    private static String logged(String hash, String approver) {
        return """
                INSERT INTO daybook.event_log
                       (event_id, stream, stream_type, seq, type, revision, recorded_at, payload, metadata, salt)
                SELECT gen_random_uuid(), batch, 'PayoutBatch', 3, 'BatchApproved', 1, now(),
                       convert_to(jsonb_build_object('contentHash', coalesce(nullif('%s', ''), content_hash),
                                                     'approver', '%s')::text, 'UTF8'), '', decode(repeat('00', 16), 'hex')
                  FROM view.payout_batch
                """.formatted(hash, approver);
    }

    static Set<String> broken() {
        return BREAKS.keySet();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void goes_red(String what) {
        String check = what.replaceFirst(" .*", "");
        try (Book book = RandomBooks.book().project(FACTS)) {
            JournalViews views = JournalModule.views(book.source());
            assertThat(views.violations()).isEmpty();
            book.force(BREAKS.getOrDefault(what, ""));
            assertThat(views.violations()).extracting(Violation::check).contains(check);
        }
    }

    @Test
    void no_check_is_left_out() {
        Set<String> shown = new TreeSet<>();
        for (String what : BREAKS.keySet()) shown.add(what.replaceFirst(" .*", ""));
        try (Book book = RandomBooks.book()) {
            assertThat(shown)
                    .containsExactlyInAnyOrderElementsOf(
                            JournalModule.views(book.source()).checks());
        }
    }
}
