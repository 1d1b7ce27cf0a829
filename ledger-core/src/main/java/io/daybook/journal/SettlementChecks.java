package io.daybook.journal;

import java.util.List;

/**
 * What must hold between payouts, the account entries they pay and the balances they lie in (invariants 4, 6 and 7).
 * A payout that left a second time has an alarm for each time beyond the first.
 */
final class SettlementChecks {
    private SettlementChecks() {}

    static final List<Check> ALL = List.of(
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
                                            FROM view.payout_part pp
                                           WHERE pp.entry = a.entry AND NOT pp.given_back) p
                     WHERE a.in_payouts_minor <> p.amount
                    """),
            new Check("a-payout-pays-its-whole-amount", """
                    SELECT o.payout || ': ' || o.amount_minor || ', parts ' || coalesce(sum(p.amount_minor), 0) AS detail
                      FROM view.payout o LEFT JOIN view.payout_part p ON p.payout = o.payout AND NOT p.late
                     GROUP BY o.payout HAVING coalesce(sum(p.amount_minor), 0) <> o.amount_minor
                    """),
            new Check("a-payout-settles-at-most-once", """
                    SELECT payout || ': paid ' || paid || ' times with ' || alarms || ' alarms, came back ' || returned
                           || ' times' AS detail
                      FROM (SELECT e.payout, count(*) FILTER (WHERE e.kind = 'PAID') AS paid,
                                   count(*) FILTER (WHERE e.kind = 'RETURNED') AS returned,
                                   count(*) FILTER (WHERE e.source = 'PayoutPaid') AS as_expected,
                                   (SELECT count(*) FROM view.payout_moment m
                                     WHERE m.payout = e.payout AND m.what = 'PayoutMismatchSeen'
                                       AND m.detail = 'DUPLICATE') AS alarms
                              FROM view.journal_entry e
                             WHERE e.payout IS NOT NULL AND e.kind IN ('PAID', 'RETURNED')
                             GROUP BY e.payout) settled
                     WHERE as_expected > 1 OR paid > 1 + alarms OR returned > paid
                    """),
            balance(
                    "in-flight-is-explained-by-payouts",
                    2030,
                    -1,
                    "'SUBMITTING', 'UNKNOWN', 'ACCEPTED', 'IN_TRANSIT', 'PROVEN_ABSENT'"),
            balance("in-transit-is-explained-by-payouts", 1021, 1, "'ACCEPTED', 'IN_TRANSIT'"),
            balance("reserved-is-explained-by-payouts", 2003, -1, "'RESERVED', 'REJECTED', 'FAILED', 'CANCELED'"));

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
}
