package io.daybook.journal;

import java.util.List;

/**
 * What must hold between what was approved and what is paid, and between the people who did either (invariants 5 and 8).
 *
 * <p>Whose contractor a person is stands in their token, not in the log. What a name alone can tell is looked at: a
 * contractor's reference, bare or after {@code contractor:}.
 */
final class ApprovalChecks {
    private ApprovalChecks() {}

    static final List<Check> ALL = List.of(
            new Check("frozen-lines-hash-to-what-was-frozen", """
                    WITH chunk AS (
                        SELECT batch, (line - 1) / 1000 + 1 AS chunk, count(*) AS lines, sum(amount_minor) AS minor,
                               encode(sha256(convert_to(
                                   batch || '|' || ((line - 1) / 1000 + 1) || E'\\n'
                                   || string_agg(line || '|' || account || '|' || amount_minor || '|' || currency || '|'
                                                 || destination_version || '|' || destination_index || '|'
                                                 || destination_key || '|' || destination_sealed || E'\\n',
                                                 '' ORDER BY line), 'UTF8')), 'hex') AS hash
                          FROM view.payout_batch_line GROUP BY batch, (line - 1) / 1000
                    ), content AS (
                        SELECT batch, count(*) AS chunks, sum(lines) AS lines, sum(minor) AS minor,
                               encode(sha256(convert_to(string_agg(hash, E'\\n' ORDER BY chunk), 'UTF8')), 'hex') AS hash
                          FROM chunk GROUP BY batch)
                    SELECT b.batch || ': ' || b.lines || ' lines of ' || b.total_minor || ' frozen, ' || coalesce(c.lines, 0)
                           || ' lines of ' || coalesce(c.minor, 0) || ' with '
                           || CASE WHEN c.hash = b.content_hash THEN 'their' ELSE 'another' END || ' hash found' AS detail
                      FROM view.payout_batch b LEFT JOIN content c USING (batch)
                     WHERE b.content_hash IS NOT NULL
                       AND (b.content_hash, b.chunks, b.lines, b.total_minor)
                           IS DISTINCT FROM (c.hash, c.chunks, c.lines, c.minor)
                    """),
            new Check("what-was-approved-is-what-was-frozen", """
                    WITH approval AS (
                        SELECT b.batch, convert_from(e.payload, 'UTF8')::jsonb AS fact
                          FROM view.payout_batch b
                          JOIN daybook.event_log e ON e.stream = b.batch AND e.type = 'BatchApproved')
                    SELECT b.batch || ': frozen as ' || coalesce(b.content_hash, 'nothing') || ', approved as '
                           || (a.fact ->> 'contentHash') AS detail
                      FROM view.payout_batch b JOIN approval a USING (batch)
                     WHERE b.content_hash IS DISTINCT FROM a.fact ->> 'contentHash'
                    UNION ALL
                    SELECT b.batch || ': nobody approved it' FROM view.payout_batch b
                     WHERE b.approvers = '{}'
                       AND b.status IN ('APPROVED', 'RELEASED', 'EXECUTING', 'PAUSED', 'COMPLETED', 'PARTIALLY_COMPLETED')
                    UNION ALL
                    SELECT b.batch || ': the log knows no approval by ' || named
                      FROM view.payout_batch b CROSS JOIN unnest(b.approvers) AS named
                     WHERE EXISTS (SELECT 1 FROM daybook.event_log e WHERE e.stream = b.batch)
                       AND NOT EXISTS (SELECT 1 FROM approval a
                                        WHERE a.batch = b.batch AND a.fact ->> 'approver' = named)
                    """),
            new Check("every-payout-is-an-approved-line", """
                    SELECT payout || ': ' || amount_minor || ' to ' || account
                           || ' is not the line that was frozen, or not to its destination' AS detail
                      FROM view.payout p
                     WHERE NOT EXISTS (
                           SELECT 1 FROM view.payout_batch_line l JOIN view.payout_batch b ON b.batch = l.batch
                            WHERE l.payout = p.payout AND l.batch = p.batch AND l.account = p.account
                              AND l.contractor = p.contractor AND l.amount_minor = p.amount_minor
                              AND l.currency = p.currency AND l.destination_version = p.destination_version
                              AND l.destination = p.destination AND l.destination_index = p.destination_index
                              AND b.released_at IS NOT NULL)
                    UNION ALL
                    SELECT payout || ': dropped, but not the line that was frozen' FROM view.payout_dropped d
                     WHERE NOT EXISTS (
                           SELECT 1 FROM view.payout_batch_line l
                            WHERE l.payout = d.payout AND l.batch = d.batch AND l.account = d.account
                              AND l.contractor = d.contractor AND l.amount_minor = d.amount_minor
                              AND l.currency = d.currency)
                    """),
            new Check("every-approved-line-is-paid-or-dropped", """
                    SELECT l.payout || ': ' || CASE WHEN p.payout IS NULL THEN 'neither paid nor dropped'
                                                    ELSE 'paid and dropped' END AS detail
                      FROM view.payout_batch b
                      JOIN view.payout_batch_line l ON l.batch = b.batch
                      LEFT JOIN view.payout p ON p.payout = l.payout
                      LEFT JOIN view.payout_dropped d ON d.payout = l.payout
                     WHERE p.payout IS NOT NULL AND d.payout IS NOT NULL
                        OR p.payout IS NULL AND d.payout IS NULL AND b.status IN ('COMPLETED', 'PARTIALLY_COMPLETED')
                    """),
            new Check("nobody-approves-what-they-made-or-are-paid-by", """
                    SELECT batch || ': approved by its maker ' || maker AS detail
                      FROM view.payout_batch WHERE maker = ANY(approvers)
                    UNION ALL
                    SELECT l.payout || ': approved by ' || named || ', whom it pays'
                      FROM view.payout_batch b
                     CROSS JOIN unnest(b.approvers) AS named
                      JOIN view.contractor c ON named IN (c.reference, 'contractor:' || c.reference)
                      JOIN view.payout_batch_line l ON l.batch = b.batch AND l.contractor = c.contractor
                    UNION ALL
                    SELECT l.payout || ': approved by ' || named || ', who set its destination'
                      FROM view.payout_batch b
                     CROSS JOIN unnest(b.approvers) AS named
                      JOIN view.payout_batch_line l ON l.batch = b.batch
                      JOIN view.destination_step s
                           ON s.contractor = l.contractor AND s.what = 'SET' AND s.number = l.destination_version
                      LEFT JOIN view.destination_step a
                           ON a.contractor = s.contractor AND a.seq = s.seq - 1 AND a.what = 'APPROVED'
                      LEFT JOIN view.destination_step p
                           ON p.contractor = s.contractor AND p.what = 'PROPOSED' AND p.number = a.number
                     WHERE coalesce(nullif(p.subject, 'local-command'), a.subject, s.subject) = named
                    UNION ALL
                    SELECT adjustment || ': approved by its maker ' || maker
                      FROM view.adjustment WHERE approver = maker
                    UNION ALL
                    SELECT a.adjustment || ': posted by ' || coalesce(a.approver, a.maker) || ', whose account it is'
                      FROM view.adjustment a
                      JOIN view.contractor c ON a.account = 'account-' || substr(c.contractor, 12) || '-' || a.currency
                     WHERE a.posted AND coalesce(a.approver, a.maker) IN (c.reference, 'contractor:' || c.reference)
                    UNION ALL
                    SELECT top_up || ': confirmed by its maker ' || maker FROM view.top_up WHERE checker = maker
                    """));
}
