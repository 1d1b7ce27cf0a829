-- Batches and their frozen lines. Where each payout stands is in the accounts' tables.
CREATE TABLE view.payout_batch (
    batch            TEXT        PRIMARY KEY,
    reference        TEXT        NOT NULL,
    rail             TEXT        NOT NULL,
    currency         CHAR(3)     NOT NULL,
    cutoff           TIMESTAMPTZ NOT NULL,
    minimum_minor    BIGINT      NOT NULL CHECK (minimum_minor >= 0),
    only_contractors TEXT[]      NOT NULL,
    maker            TEXT        NOT NULL,
    status           TEXT        NOT NULL CHECK (status IN ('DRAFT', 'FROZEN', 'APPROVED', 'RELEASED', 'EXECUTING',
                                                            'PAUSED', 'COMPLETED', 'PARTIALLY_COMPLETED', 'CANCELLED')),
    content_hash     CHAR(64),
    chunks           INT,
    lines            INT         CHECK (lines > 0),
    total_minor      BIGINT      CHECK (total_minor > 0),
    approvers        TEXT[]      NOT NULL DEFAULT '{}',
    rest_cancelled   BOOLEAN     NOT NULL DEFAULT false,
    drafted_at       TIMESTAMPTZ NOT NULL,
    released_at      TIMESTAMPTZ,
    ended_at         TIMESTAMPTZ,
    position         BIGINT      NOT NULL UNIQUE,
    CONSTRAINT payout_batch_content_whole CHECK ((content_hash IS NULL) = (lines IS NULL)
        AND (content_hash IS NULL) = (chunks IS NULL) AND (content_hash IS NULL) = (total_minor IS NULL)),
    CONSTRAINT payout_batch_second_person CHECK (NOT maker = ANY(approvers))
);

CREATE INDEX payout_batch_under_way ON view.payout_batch (rail, position)
    WHERE status IN ('RELEASED', 'EXECUTING', 'PAUSED');
CREATE INDEX payout_batch_released ON view.payout_batch (released_at);

CREATE TABLE view.payout_batch_line (
    batch               TEXT    NOT NULL,
    line                INT     NOT NULL CHECK (line > 0),
    account             TEXT    NOT NULL,
    contractor          TEXT    NOT NULL,
    amount_minor        BIGINT  NOT NULL CHECK (amount_minor > 0),
    currency            CHAR(3) NOT NULL,
    destination_version INT     NOT NULL,
    destination_key     TEXT    NOT NULL,
    destination_sealed  TEXT    NOT NULL,
    destination_index   TEXT    NOT NULL,
    PRIMARY KEY (batch, line),
    CONSTRAINT payout_batch_line_account_once UNIQUE (batch, account)
);

CREATE INDEX payout_batch_line_contractor ON view.payout_batch_line (contractor, batch);

-- Every instruction that was ever meant: what a provider has beyond these, our log does not know.
CREATE TABLE view.payout_intent (
    key          TEXT        PRIMARY KEY,
    payout       TEXT        NOT NULL,
    rail         TEXT        NOT NULL,
    step         TEXT        NOT NULL,
    attempt      INT         NOT NULL,
    amount_minor BIGINT      NOT NULL CHECK (amount_minor > 0),
    currency     CHAR(3)     NOT NULL,
    intended_at  TIMESTAMPTZ NOT NULL
);

CREATE INDEX payout_intent_newest ON view.payout_intent (rail, intended_at DESC);

-- What each batch took out of our balance at the provider.
CREATE TABLE view.payout_batch_spent (
    batch       TEXT   PRIMARY KEY,
    spent_minor BIGINT NOT NULL,
    position    BIGINT NOT NULL
);
