-- What finance asks lists for: by day, by where things stand, and what is still open.
CREATE INDEX payout_by_time ON view.payout (reserved_at, payout);
CREATE INDEX payout_unresolved ON view.payout (payout)
    WHERE status IN ('SUBMITTING', 'UNKNOWN', 'ACCEPTED', 'IN_TRANSIT', 'PROVEN_ABSENT');
CREATE INDEX payout_batch_by_status ON view.payout_batch (status, position);
CREATE INDEX payout_batch_by_time ON view.payout_batch (drafted_at, position);
CREATE INDEX timesheet_by_first_day ON view.timesheet (period_from, timesheet);
CREATE INDEX adjustment_by_time ON view.adjustment (at, position);

ALTER TABLE view.notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE view.notice ADD CONSTRAINT notice_kind_check
    CHECK (kind IN ('DESTINATION_PROPOSED', 'DESTINATION_SET', 'EMAIL_CHANGED'));
