package io.daybook.journal;

import static io.daybook.shell.SqlTable.list;

import io.daybook.journal.JournalViews.Violation;
import java.util.List;
import javax.sql.DataSource;

/** The books' own checks. Each is a question whose right answer is no row; at most 100 wrong ones are told. */
final class CheckTable {
    private CheckTable() {}

    private record Check(String name, String sql) {}

    private static final List<Check> CHECKS = List.of(
            new Check("entries-balance", """
                    SELECT 'entry ' || entry || ' is off by ' || sum(amount_minor) || ' ' || currency AS detail
                      FROM view.journal_line GROUP BY entry, currency HAVING sum(amount_minor) <> 0
                    """),
            new Check("entries-have-lines", """
                    SELECT 'entry ' || entry || ' has no lines' AS detail FROM view.journal_entry e
                     WHERE NOT EXISTS (SELECT 1 FROM view.journal_line l WHERE l.entry = e.entry)
                    UNION ALL
                    SELECT 'lines of ' || entry || ' have no entry' FROM view.journal_line l
                     WHERE NOT EXISTS (SELECT 1 FROM view.journal_entry e WHERE e.entry = l.entry)
                    """),
            new Check("trial-balance-is-zero", """
                    SELECT 'off by ' || sum(amount_minor) || ' ' || currency AS detail
                      FROM view.control_balance GROUP BY currency HAVING sum(amount_minor) <> 0
                    """),
            new Check("sub-ledgers-sum-to-their-control-account", """
                    SELECT account || ' ' || coalesce(rail || ' ', '') || currency || ': sub-ledgers '
                           || coalesce(s.amount, 0) || ', control ' || coalesce(c.amount_minor, 0) AS detail
                      FROM (SELECT account, coalesce(rail, '') AS rail, currency, sum(amount_minor) AS amount
                              FROM view.account_balance GROUP BY 1, 2, 3) s
                      FULL JOIN (SELECT account, coalesce(rail, '') AS rail, currency, amount_minor
                                   FROM view.control_balance) c USING (account, rail, currency)
                     WHERE s.amount IS DISTINCT FROM c.amount_minor
                    """),
            new Check("balances-follow-the-journal", """
                    SELECT coalesce(contractor, 'operator') || ' ' || account || ' ' || currency || ': lines '
                           || coalesce(l.amount, 0) || ', balance ' || coalesce(b.amount, 0) AS detail
                      FROM (SELECT coalesce(contractor, '') AS contractor, account, currency, sum(amount_minor) AS amount
                              FROM view.journal_line GROUP BY 1, 2, 3) l
                      FULL JOIN (SELECT coalesce(contractor, '') AS contractor, account, currency,
                                        sum(amount_minor) AS amount
                                   FROM view.account_balance GROUP BY 1, 2, 3) b USING (contractor, account, currency)
                     WHERE l.amount IS DISTINCT FROM b.amount
                    """),
            new Check("no-balance-is-negative", """
                    SELECT contractor || ' ' || account || ' ' || currency || ': ' || sum(amount_minor) AS detail
                      FROM view.account_balance WHERE contractor IS NOT NULL
                     GROUP BY contractor, account, currency
                    HAVING CASE WHEN account < 2000 THEN sum(amount_minor) ELSE -sum(amount_minor) END < 0
                    """),
            new Check("no-balance-was-negative-at-any-date", """
                    SELECT contractor || ' ' || account || ' ' || currency || ' at ' || effective_at AS detail
                      FROM (SELECT l.contractor, l.account, l.currency, e.effective_at,
                                   sum(sum(l.amount_minor)) OVER (
                                       PARTITION BY l.contractor, l.account, l.currency ORDER BY e.effective_at) AS debit
                              FROM view.journal_line l JOIN view.journal_entry e ON e.entry = l.entry
                             WHERE l.contractor IS NOT NULL AND l.account NOT IN (1020, 1021)
                             GROUP BY l.contractor, l.account, l.currency, e.effective_at) running
                     WHERE CASE WHEN account < 2000 THEN debit ELSE -debit END < 0
                    """),
            new Check("what-is-owed-to-us-is-netted", """
                    SELECT contractor || ' ' || currency AS detail FROM view.account_balance
                     WHERE account IN (1100, 2000) AND contractor IS NOT NULL
                     GROUP BY contractor, currency
                    HAVING sum(amount_minor) FILTER (WHERE account = 1100) > 0
                       AND sum(amount_minor) FILTER (WHERE account = 2000) < 0
                    """),
            new Check("entries-explain-what-is-payable", """
                    SELECT contractor || ' ' || currency || ' ' || account || ': entries ' || entries || ', balance '
                           || balance AS detail
                      FROM (SELECT contractor, currency, account, sum(entries) AS entries, sum(balance) AS balance
                              FROM (SELECT a.contractor, a.currency, p.account, p.amount AS entries, 0 AS balance
                                      FROM view.account_entry a
                                     CROSS JOIN LATERAL (VALUES (2000, a.available_minor), (2001, a.pending_minor),
                                                                (2002, a.held_minor)) AS p (account, amount)
                                    UNION ALL
                                    SELECT contractor, currency, account, 0, -amount_minor FROM view.account_balance
                                     WHERE account IN (2000, 2001, 2002) AND contractor IS NOT NULL) both_sides
                             GROUP BY contractor, currency, account) sums
                     WHERE entries <> balance
                    """),
            new Check("every-entry-is-settled-at-most-once", """
                    SELECT a.entry || ': ' || a.in_payouts_minor || ' in payouts, parts say ' || p.amount AS detail
                      FROM view.account_entry a
                      CROSS JOIN LATERAL (SELECT coalesce(sum(pp.amount_minor), 0) AS amount
                                            FROM view.payout_part pp JOIN view.payout o ON o.payout = pp.payout
                                           WHERE pp.entry = a.entry AND o.status <> 'CLOSED') p
                     WHERE a.in_payouts_minor <> p.amount
                    """),
            new Check("a-payout-pays-its-whole-amount", """
                    SELECT o.payout || ': ' || o.amount_minor || ', parts ' || coalesce(sum(p.amount_minor), 0) AS detail
                      FROM view.payout o LEFT JOIN view.payout_part p ON p.payout = o.payout
                     GROUP BY o.payout HAVING coalesce(sum(p.amount_minor), 0) <> o.amount_minor
                    """),
            new Check("a-payout-settles-at-most-once", """
                    SELECT payout || ': paid ' || count(*) FILTER (WHERE kind = 'PAID') || ' times, returned '
                           || count(*) FILTER (WHERE kind = 'RETURNED') AS detail
                      FROM view.journal_entry WHERE payout IS NOT NULL AND kind IN ('PAID', 'RETURNED')
                     GROUP BY payout
                    HAVING count(*) FILTER (WHERE kind = 'PAID') - count(*) FILTER (WHERE kind = 'RETURNED')
                           NOT BETWEEN 0 AND greatest(1, count(*) FILTER (WHERE source = 'PayoutFoundLate')
                                                         + count(*) FILTER (WHERE source = 'PayoutPaid'))
                        OR count(*) FILTER (WHERE source = 'PayoutPaid') > 1
                    """),
            balance(
                    "in-flight-is-explained-by-payouts",
                    2030,
                    -1,
                    "'SUBMITTING', 'UNKNOWN', 'ACCEPTED', 'IN_TRANSIT', 'PROVEN_ABSENT'"),
            balance("in-transit-is-explained-by-payouts", 1021, 1, "'ACCEPTED', 'IN_TRANSIT'"),
            balance("reserved-is-explained-by-payouts", 2003, -1, "'RESERVED', 'REJECTED', 'FAILED', 'CANCELED'"),
            new Check("what-came-in-is-what-is-there", """
                    SELECT contractor || ' ' || currency || ': entries ' || sum(flow) || ', balances ' || sum(balance)
                           AS detail
                      FROM (SELECT e.contractor, l.currency, -sum(l.amount_minor) AS flow, 0 AS balance
                              FROM view.journal_entry e
                              JOIN view.journal_line l ON l.entry = e.entry AND l.contractor = e.contractor
                             WHERE e.kind IS NOT NULL AND l.account IN (2000, 2001, 2002, 2003, 2030, 2040, 1100, 1110)
                             GROUP BY e.contractor, l.currency
                            UNION ALL
                            SELECT contractor, currency, 0, -sum(amount_minor) FROM view.account_balance
                             WHERE contractor IS NOT NULL
                               AND account IN (2000, 2001, 2002, 2003, 2030, 2040, 1100, 1110)
                             GROUP BY contractor, currency) both_sides
                     GROUP BY contractor, currency HAVING sum(flow) <> sum(balance)
                    """),
            new Check("a-closed-month-takes-no-new-entries", """
                    SELECT 'entry ' || e.entry || ' is dated in ' || c.month AS detail
                      FROM view.closed_month c
                      JOIN view.journal_entry e ON e.entry > c.position AND e.effective_at < c.ends_at
                       AND e.effective_at >= c.begins_at
                    """));

    private static Check balance(String name, int account, int sign, String statuses) {
        return new Check(name, """
                SELECT contractor || ' ' || currency || ': payouts ' || sum(payouts) || ', balance ' || sum(balance)
                       AS detail
                  FROM (SELECT contractor, currency, sum(amount_minor) AS payouts, 0 AS balance
                          FROM view.payout WHERE status IN (%s) GROUP BY contractor, currency
                        UNION ALL
                        SELECT contractor, currency, 0, sum(amount_minor) * %d FROM view.account_balance
                         WHERE account = %d AND contractor IS NOT NULL GROUP BY contractor, currency) both_sides
                 GROUP BY contractor, currency HAVING sum(payouts) <> sum(balance)
                """.formatted(statuses, sign, account));
    }

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
