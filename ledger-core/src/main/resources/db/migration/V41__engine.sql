-- Whether a rail may send, as a history: the newest row of a rail is in force.
CREATE TABLE daybook.rail_switch (
    id          BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rail        TEXT        NOT NULL,
    stopped     BOOLEAN     NOT NULL,
    code        TEXT,
    reason      TEXT,
    actor       TEXT        NOT NULL,
    switched_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT rail_switch_says_why CHECK (stopped = (code IS NOT NULL) AND stopped = (reason IS NOT NULL))
);

CREATE INDEX rail_switch_newest ON daybook.rail_switch (rail, id DESC);

-- Webhooks as they came, sealed, once each.
CREATE TABLE daybook.rail_inbox (
    rail        TEXT        NOT NULL,
    event_id    TEXT        NOT NULL,
    kind        TEXT,
    provider_id TEXT        NOT NULL,
    sealed_for  TEXT        NOT NULL,
    account     TEXT,
    body        TEXT        NOT NULL,
    received_at TIMESTAMPTZ NOT NULL,
    due_at      TIMESTAMPTZ NOT NULL,
    done_at     TIMESTAMPTZ,
    PRIMARY KEY (rail, event_id)
);

CREATE INDEX rail_inbox_waiting ON daybook.rail_inbox (rail, received_at, event_id) WHERE done_at IS NULL;

-- How far each provider's own book has been read.
CREATE TABLE daybook.rail_cursor (
    rail   TEXT PRIMARY KEY,
    cursor TEXT NOT NULL
);

-- Which node works on a rail. The fence rises with every change of hands.
CREATE TABLE daybook.engine_lease (
    name       TEXT        PRIMARY KEY,
    owner      TEXT        NOT NULL,
    fence      BIGINT      NOT NULL,
    held_until TIMESTAMPTZ NOT NULL
);

GRANT SELECT, INSERT ON daybook.rail_switch TO daybook_app;
GRANT SELECT, INSERT, UPDATE ON daybook.rail_inbox, daybook.rail_cursor, daybook.engine_lease TO daybook_app;
GRANT SELECT ON daybook.rail_switch TO daybook_auditor;
