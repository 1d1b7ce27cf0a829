-- What we asked to be taken back from connected accounts.
CREATE TABLE view.payout_reversal (
    payout       TEXT        NOT NULL,
    attempt      INT         NOT NULL CHECK (attempt > 0),
    account      TEXT        NOT NULL,
    rail         TEXT        NOT NULL,
    key          TEXT        NOT NULL UNIQUE,
    transfer     TEXT        NOT NULL,
    amount_minor BIGINT      NOT NULL CHECK (amount_minor > 0),
    currency     CHAR(3)     NOT NULL,
    begun_at     TIMESTAMPTZ NOT NULL,
    ended_at     TIMESTAMPTZ,
    PRIMARY KEY (payout, attempt)
);

CREATE UNIQUE INDEX payout_reversal_open ON view.payout_reversal (payout) WHERE ended_at IS NULL;
