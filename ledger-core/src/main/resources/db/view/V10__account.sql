-- Account entries and what became of each, payouts with what they pay, and adjustments.
CREATE TABLE view.account_entry (
    entry             TEXT        PRIMARY KEY,
    account           TEXT        NOT NULL,
    contractor        TEXT        NOT NULL,
    currency          CHAR(3)     NOT NULL,
    kind              TEXT        NOT NULL,
    timesheet         TEXT,
    project           TEXT,
    month             TEXT,
    corrects          TEXT,
    adjustment        TEXT,
    returned          TEXT,
    seconds           BIGINT      NOT NULL,
    amount_minor      BIGINT      NOT NULL CHECK (amount_minor >= 0),
    pending_minor     BIGINT      NOT NULL CHECK (pending_minor >= 0),
    available_minor   BIGINT      NOT NULL CHECK (available_minor >= 0),
    held_minor        BIGINT      NOT NULL CHECK (held_minor >= 0),
    in_payouts_minor  BIGINT      NOT NULL CHECK (in_payouts_minor >= 0),
    used_minor        BIGINT      NOT NULL CHECK (used_minor >= 0),
    pending_until     TIMESTAMPTZ,
    earned_at         TIMESTAMPTZ NOT NULL,
    position          BIGINT      NOT NULL,
    CONSTRAINT account_entry_is_settled_once CHECK (
        amount_minor = pending_minor + available_minor + held_minor + in_payouts_minor + used_minor)
);

CREATE INDEX account_entry_by_contractor ON view.account_entry (contractor, position, entry);
CREATE INDEX account_entry_available ON view.account_entry (currency, account, earned_at) WHERE available_minor > 0;
CREATE INDEX account_entry_pending ON view.account_entry (pending_until, entry) WHERE pending_minor > 0;

CREATE TABLE view.payout (
    payout              TEXT        PRIMARY KEY,
    account             TEXT        NOT NULL,
    contractor          TEXT        NOT NULL,
    currency            CHAR(3)     NOT NULL,
    batch               TEXT        NOT NULL,
    amount_minor        BIGINT      NOT NULL CHECK (amount_minor > 0),
    status              TEXT        NOT NULL,
    attempt             INTEGER     NOT NULL CHECK (attempt >= 1),
    rail                TEXT        NOT NULL,
    source              TEXT        NOT NULL,
    destination_version INTEGER     NOT NULL,
    destination         TEXT        NOT NULL,
    destination_index   TEXT        NOT NULL,
    reserved_at         TIMESTAMPTZ NOT NULL,
    since               TIMESTAMPTZ NOT NULL,
    step                TEXT,
    step_attempt        INTEGER,
    step_key            TEXT,
    step_hash           TEXT,
    step_minor          BIGINT,
    transfer            TEXT,
    object              TEXT,
    trace               TEXT,
    failure             TEXT,
    suspense_minor      BIGINT      NOT NULL DEFAULT 0 CHECK (suspense_minor >= 0),
    CONSTRAINT payout_step_whole CHECK (num_nulls(step, step_attempt, step_key, step_hash, step_minor) IN (0, 5))
);

CREATE INDEX payout_by_batch ON view.payout (batch, status, payout);
CREATE INDEX payout_by_contractor ON view.payout (contractor, payout);
CREATE INDEX payout_by_status ON view.payout (status, payout);
CREATE INDEX payout_in_suspense ON view.payout (payout) WHERE suspense_minor > 0;

-- Kept when the payout is closed: what it was to pay can still be told.
CREATE TABLE view.payout_part (
    payout       TEXT   NOT NULL,
    entry        TEXT   NOT NULL,
    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
    PRIMARY KEY (payout, entry)
);

CREATE INDEX payout_part_by_entry ON view.payout_part (entry, payout);

CREATE TABLE view.payout_dropped (
    payout       TEXT    PRIMARY KEY,
    account      TEXT    NOT NULL,
    contractor   TEXT    NOT NULL,
    currency     CHAR(3) NOT NULL,
    batch        TEXT    NOT NULL,
    amount_minor BIGINT  NOT NULL,
    reason       TEXT    NOT NULL,
    blocking     TEXT    NOT NULL
);

CREATE INDEX payout_dropped_by_batch ON view.payout_dropped (batch, payout);

CREATE TABLE view.payout_moment (
    payout      TEXT        NOT NULL,
    position    BIGINT      NOT NULL,
    what        TEXT        NOT NULL,
    attempt     INTEGER     NOT NULL,
    detail      TEXT,
    occurred_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (payout, position)
);

CREATE TABLE view.adjustment (
    adjustment    TEXT        PRIMARY KEY,
    account       TEXT        NOT NULL,
    kind          TEXT        NOT NULL,
    amount_minor  BIGINT      NOT NULL CHECK (amount_minor > 0),
    currency      CHAR(3)     NOT NULL,
    reason        TEXT        NOT NULL,
    direction     TEXT,
    corrects      TEXT,
    corrects_kind TEXT,
    posted        BOOLEAN     NOT NULL,
    maker         TEXT        NOT NULL,
    approver      TEXT,
    at            TIMESTAMPTZ NOT NULL,
    position      BIGINT      NOT NULL
);

CREATE INDEX adjustment_waiting ON view.adjustment (position) WHERE NOT posted;
