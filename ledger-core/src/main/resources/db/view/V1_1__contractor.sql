-- Contractors, their blocking reasons and their holds. Personal data is sealed text; an index finds it unread.
CREATE TABLE view.contractor (
    contractor         TEXT        PRIMARY KEY,
    reference          TEXT        NOT NULL UNIQUE,
    name               TEXT        NOT NULL,
    name_index         TEXT        NOT NULL,
    email              TEXT        NOT NULL,
    email_index        TEXT        NOT NULL,
    country            TEXT        NOT NULL,
    currency           CHAR(3)     NOT NULL,
    registered_at      TIMESTAMPTZ NOT NULL,
    destination        TEXT,
    destination_index  TEXT,
    destination_number INTEGER     CHECK (destination_number >= 1),
    cools_down_until   TIMESTAMPTZ,
    CONSTRAINT contractor_destination_whole CHECK (
        num_nulls(destination, destination_index, destination_number, cools_down_until) IN (0, 4))
);

CREATE INDEX contractor_by_name ON view.contractor (name_index);
CREATE INDEX contractor_by_email ON view.contractor (email_index);

-- A destination that waits for a second person; at most one each.
CREATE TABLE view.destination_proposal (
    contractor        TEXT        PRIMARY KEY,
    number            INTEGER     NOT NULL CHECK (number >= 1),
    destination       TEXT        NOT NULL,
    destination_index TEXT        NOT NULL,
    proposer          TEXT        NOT NULL,
    proposed_at       TIMESTAMPTZ NOT NULL
);

CREATE TABLE view.contractor_block (
    contractor TEXT NOT NULL,
    reason     TEXT NOT NULL CHECK (reason IN ('KYC', 'TAX_FORM', 'PAYOUT_DESTINATION', 'SANCTIONS', 'MANUAL_HOLD')),
    PRIMARY KEY (contractor, reason)
);

CREATE TABLE view.contractor_hold (
    contractor   TEXT        NOT NULL,
    hold         TEXT        NOT NULL,
    amount_minor BIGINT      CHECK (amount_minor > 0),
    currency     CHAR(3),
    reason       TEXT        NOT NULL,
    placed_at    TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (contractor, hold),
    CONSTRAINT contractor_hold_amount_whole CHECK ((amount_minor IS NULL) = (currency IS NULL))
);
