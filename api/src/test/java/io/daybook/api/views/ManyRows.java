package io.daybook.api.views;

/** Tables as they are after a year: filled by numbers, written as the superuser, who is asked for no reasons. */
final class ManyRows {
    static final String SQL = """
            INSERT INTO view.contractor (contractor, reference, name, name_index, email, email_index, country, currency,
                                         registered_at)
            SELECT 'contractor-' || n, 'r-' || lpad(n::text, 5, '0'), 'p:AAAA', 'name-' || n, 'p:AAAA', 'email-' || n, 'p:AAAA', 'USD',
                   TIMESTAMPTZ '2026-01-01Z'
              FROM generate_series(1, 20000) n;
            INSERT INTO view.contractor_block (contractor, reason)
            SELECT 'contractor-' || n, 'KYC' FROM generate_series(1, 20000, 10) n;

            INSERT INTO view.engagement (engagement, contractor, project, currency, overlap, started_at)
            SELECT 'engagement-' || n || '-p', CASE WHEN n = 77 THEN '${one}' ELSE 'contractor-' || n END, 'project-' || n % 400, 'USD',
                   'ALLOW', TIMESTAMPTZ '2026-01-01Z'
              FROM generate_series(1, 20000) n;

            INSERT INTO view.timesheet (timesheet, contractor, engagement, project, period_from, period_to, currency, stage,
                                        revision, changed_at, entries, seconds)
            SELECT 'timesheet-' || md5(n::text) || '-p-2026-01-05', CASE WHEN n % 400 = 77 THEN '${one}' ELSE 'contractor-' || n % 400 END,
                   'engagement-' || n % 400 || '-p', 'project-' || n % 400, day, day + 6, 'USD',
                   CASE WHEN n % 200 = 0 THEN 'SUBMITTED' ELSE 'APPROVED' END, 1, TIMESTAMPTZ '2026-01-01Z', 1, 60
              FROM generate_series(1, 40000) n, LATERAL (SELECT DATE '2026-01-05' + 7 * (n / 800) AS day) AS week;

            INSERT INTO view.payout (payout, account, contractor, currency, batch, amount_minor, status, attempt, rail, source,
                                     destination_version, destination, destination_index, reserved_at, since)
            SELECT 'payout-' || n % 50 || '-' || n, 'account-' || n % 400 || '-USD',
                   CASE WHEN n % 400 = 77 THEN '${one}' ELSE 'contractor-' || n % 400 END, 'USD', 'batch-' || n % 50, 100,
                   CASE WHEN n % 500 = 0 THEN 'UNKNOWN' WHEN n % 300 = 0 THEN 'FAILED' ELSE 'PAID' END, 1, 'simulator', 'CONNECTED_ACCOUNT', 1,
                   'p:AAAA', 'i', TIMESTAMPTZ '2026-01-01Z' + n * INTERVAL '12 minutes', TIMESTAMPTZ '2026-01-01Z'
              FROM generate_series(1, 40000) n;

            INSERT INTO view.payout_batch (batch, reference, rail, currency, cutoff, minimum_minor, only_contractors, maker, status,
                                           drafted_at, position)
            SELECT 'batch-' || n, 'b-' || n, 'simulator', 'USD', TIMESTAMPTZ '2026-01-01Z', 0, '{}', 'm',
                   CASE WHEN n % 100 = 0 THEN 'DRAFT' ELSE 'COMPLETED' END,
                   TIMESTAMPTZ '2026-01-01Z' + n * INTERVAL '4 hours', n
              FROM generate_series(1, 2000) n;

            INSERT INTO view.adjustment (adjustment, account, kind, amount_minor, currency, reason, posted, maker, at, position)
            SELECT 'adjustment-' || n, 'account-' || CASE WHEN n % 400 = 77 THEN '${key}' ELSE (n % 400)::text END || '-USD',
                   'BONUS', 100, 'USD', 'p:AAAA', n % 500 <> 0, 'm', TIMESTAMPTZ '2026-01-01Z' + n * INTERVAL '24 minutes', n
              FROM generate_series(1, 20000) n;

            INSERT INTO view.journal_entry (entry, event_id, source, stream, effective_at, occurred_at, recorded_at, contractor)
            SELECT n, 'event-' || n, 's', 's', time, time, time,
                   CASE WHEN n % 400 = 77 THEN '${one}' ELSE 'contractor-' || n % 400 END
              FROM generate_series(1, 40000) n,
                   LATERAL (SELECT TIMESTAMPTZ '2026-01-01Z' + n * INTERVAL '12 minutes' AS time) AS recorded;
            INSERT INTO view.journal_line (entry, line, account, contractor, currency, amount_minor, effective_at)
            SELECT n, line, CASE WHEN line = 1 THEN 5000 WHEN n % 4000 = 0 THEN 1100 ELSE 2000 END,
                   CASE WHEN line = 2 THEN 'contractor-' || n % 400 END, 'USD', CASE WHEN line = 1 THEN 1 ELSE -1 END,
                   TIMESTAMPTZ '2026-01-01Z' + n * INTERVAL '12 minutes'
              FROM generate_series(1, 40000) n, generate_series(1, 2) line;

            INSERT INTO view.notice (notice, contractor, kind, subject, email, former, position, occurred_at)
            SELECT 'notice-' || n, CASE WHEN n % 400 = 77 THEN '${one}' ELSE 'contractor-' || n % 400 END, 'DESTINATION_SET', 's',
                   'p:AAAA', false, n, TIMESTAMPTZ '2026-01-01Z'
              FROM generate_series(1, 20000) n;
            ANALYZE
            """;

    private ManyRows() {}
}
