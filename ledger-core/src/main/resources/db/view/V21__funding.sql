-- What we have at each provider, as the log knows it.
CREATE TABLE view.funding_pool (
    pool          TEXT    PRIMARY KEY,
    rail          TEXT    NOT NULL,
    currency      CHAR(3) NOT NULL,
    balance_minor BIGINT  NOT NULL,
    opened_at     TIMESTAMPTZ
);

CREATE TABLE view.funding_reservation (
    batch          TEXT   PRIMARY KEY,
    pool           TEXT   NOT NULL,
    reserved_minor BIGINT NOT NULL CHECK (reserved_minor > 0),
    settled_minor  BIGINT
);

CREATE INDEX funding_reservation_open ON view.funding_reservation (pool) WHERE settled_minor IS NULL;

CREATE TABLE view.top_up (
    top_up       TEXT        PRIMARY KEY,
    pool         TEXT        NOT NULL,
    rail         TEXT        NOT NULL,
    reference    TEXT        NOT NULL,
    amount_minor BIGINT      NOT NULL CHECK (amount_minor > 0),
    currency     CHAR(3)     NOT NULL,
    status       TEXT        NOT NULL CHECK (status IN ('ANNOUNCED', 'SENT', 'CREDITED')),
    maker        TEXT        NOT NULL,
    checker      TEXT,
    announced_at TIMESTAMPTZ NOT NULL,
    position     BIGINT      NOT NULL UNIQUE,
    CONSTRAINT top_up_second_person CHECK (checker <> maker)
);

-- Lines of a provider's own book that no payout made, and fees. Once each, by the provider's own id.
CREATE TABLE view.provider_item (
    item         TEXT        NOT NULL,
    what         TEXT        NOT NULL,
    rail         TEXT        NOT NULL,
    provider_id  TEXT        NOT NULL,
    kind         TEXT        NOT NULL,
    net_minor    BIGINT      NOT NULL,
    currency     CHAR(3)     NOT NULL,
    source       TEXT,
    top_up       TEXT,
    created_at   TIMESTAMPTZ NOT NULL,
    position     BIGINT      NOT NULL UNIQUE,
    PRIMARY KEY (item, what)
);
