-- What an alert asks for every few seconds: where a provider's fact disagreed with the log lately.
CREATE INDEX payout_moment_mismatch ON view.payout_moment (occurred_at)
    WHERE what IN ('PayoutMismatchSeen', 'PayoutFoundLate');
