package io.daybook.journal;

import java.util.List;

/**
 * What must hold of entries, lines and balances (invariants 1, 2, 3 and 9).
 *
 * <p>1020 is what lies at a provider. Its entries are dated by the provider's clock, each payout's in their order, but
 * two payouts that use one connected account may be dated across each other: so it is held against the log's order, at
 * every position, and every other balance of a contractor at every date.
 */
final class BookChecks {
    private BookChecks() {}

    static final List<Check> ALL = List.of(
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
                    UNION ALL
                    SELECT 'line ' || l.line || ' of ' || l.entry || ' is not dated as its entry'
                      FROM view.journal_line l JOIN view.journal_entry e ON e.entry = l.entry
                     WHERE l.effective_at IS DISTINCT FROM e.effective_at
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
                             WHERE l.contractor IS NOT NULL AND l.account <> 1020
                             GROUP BY l.contractor, l.account, l.currency, e.effective_at) running
                     WHERE CASE WHEN account < 2000 THEN debit ELSE -debit END < 0
                    """),
            new Check("no-connected-account-was-negative-at-any-position", """
                    SELECT contractor || ' ' || rail || ' ' || currency || ' at position ' || entry AS detail
                      FROM (SELECT contractor, rail, currency, entry,
                                   sum(sum(amount_minor)) OVER (
                                       PARTITION BY contractor, rail, place, currency ORDER BY entry) AS debit
                              FROM view.journal_line WHERE account = 1020 AND contractor IS NOT NULL
                             GROUP BY contractor, rail, place, currency, entry) running
                     WHERE debit < 0
                    """),
            new Check("what-is-owed-to-us-is-netted", """
                    SELECT contractor || ' ' || currency AS detail FROM view.account_balance
                     WHERE account IN (1100, 2000) AND contractor IS NOT NULL
                     GROUP BY contractor, currency
                    HAVING sum(amount_minor) FILTER (WHERE account = 1100) > 0
                       AND sum(amount_minor) FILTER (WHERE account = 2000) < 0
                    """),
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
}
