-- Webhooks out. Who is told, with what it is signed, what is to be said and how each try went. All of it lies outside the log and
-- the views: a replay of the views touches none of it and sends nothing.

CREATE TABLE daybook.webhook_endpoint (
    id               TEXT        PRIMARY KEY,
    url              TEXT        NOT NULL,
    event_types      TEXT[]      NOT NULL,
    description      TEXT,
    reference        TEXT        UNIQUE,
    status           TEXT        NOT NULL DEFAULT 'ENABLED' CHECK (status IN ('ENABLED', 'DISABLED')),
    disabled_because TEXT        CHECK (disabled_because IN ('person', 'gone')),
    from_position    BIGINT      NOT NULL,
    failing_since    TIMESTAMPTZ,
    last_success_at  TIMESTAMPTZ,
    created_at       TIMESTAMPTZ NOT NULL,
    CHECK ((status = 'DISABLED') = (disabled_because IS NOT NULL))
);

COMMENT ON COLUMN daybook.webhook_endpoint.event_types IS 'empty: all there are, those to come too';
COMMENT ON COLUMN daybook.webhook_endpoint.from_position IS 'where the log stood when it was made or enabled: what came before is sent only when asked for';

-- Who did what to an endpoint, for good.
CREATE TABLE daybook.webhook_endpoint_change (
    nr         BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    endpoint   TEXT        NOT NULL,
    what       TEXT        NOT NULL,
    actor      TEXT        NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE daybook.webhook_secret (
    nr          BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    endpoint    TEXT        NOT NULL REFERENCES daybook.webhook_endpoint ON DELETE CASCADE,
    request     TEXT        NOT NULL,
    sealed      TEXT        NOT NULL,
    made_at     TIMESTAMPTZ NOT NULL,
    valid_until TIMESTAMPTZ,
    UNIQUE (endpoint, request)
);

COMMENT ON COLUMN daybook.webhook_secret.request IS 'the request that asked for it: a repeat gets the same one';
COMMENT ON COLUMN daybook.webhook_secret.valid_until IS 'null for the newest; until then messages are signed with both';

CREATE TABLE daybook.webhook_delivery (
    nr            BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id            TEXT        NOT NULL UNIQUE,
    endpoint      TEXT        NOT NULL REFERENCES daybook.webhook_endpoint ON DELETE CASCADE,
    event         TEXT,
    type          TEXT        NOT NULL,
    body          TEXT        NOT NULL,
    status        TEXT        NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'DELIVERED', 'GIVEN_UP')),
    attempts      INT         NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    failures      INT         NOT NULL DEFAULT 0 CHECK (failures >= 0),
    began_at      TIMESTAMPTZ NOT NULL,
    next_at       TIMESTAMPTZ,
    settled_at    TIMESTAMPTZ,
    claim         UUID,
    claimed_until TIMESTAMPTZ,
    CHECK ((status = 'PENDING') = (next_at IS NOT NULL)),
    CHECK ((status = 'PENDING') = (settled_at IS NULL)),
    CHECK ((claim IS NULL) = (claimed_until IS NULL))
);

COMMENT ON COLUMN daybook.webhook_delivery.id IS 'the webhook-id: of endpoint and event, so that the same message said twice has the same';
COMMENT ON COLUMN daybook.webhook_delivery.event IS 'null for what no event of the log is behind';
COMMENT ON COLUMN daybook.webhook_delivery.failures IS 'in vain since began_at; a replay begins anew';
COMMENT ON COLUMN daybook.webhook_delivery.claimed_until IS 'by the machine''s clock, as a request is under way for real; all else is by the domain''s';

CREATE INDEX webhook_delivery_due ON daybook.webhook_delivery (endpoint, next_at, nr) WHERE status = 'PENDING';
CREATE INDEX webhook_delivery_of_endpoint ON daybook.webhook_delivery (endpoint, nr);
CREATE INDEX webhook_delivery_given_up ON daybook.webhook_delivery (endpoint) WHERE status = 'GIVEN_UP';
CREATE INDEX webhook_delivery_settled ON daybook.webhook_delivery (settled_at, nr) WHERE settled_at IS NOT NULL;

CREATE TABLE daybook.webhook_attempt (
    delivery     BIGINT      NOT NULL REFERENCES daybook.webhook_delivery ON DELETE CASCADE,
    number       INT         NOT NULL CHECK (number >= 1),
    attempted_at TIMESTAMPTZ NOT NULL,
    status_code  INT,
    problem      TEXT,
    millis       BIGINT      NOT NULL,
    PRIMARY KEY (delivery, number)
);

COMMENT ON COLUMN daybook.webhook_attempt.problem IS 'null where it was taken; a code of ours, never a word of the other side';

GRANT UPDATE, DELETE ON daybook.webhook_endpoint, daybook.webhook_secret, daybook.webhook_delivery TO daybook_app;
GRANT SELECT ON daybook.webhook_endpoint, daybook.webhook_endpoint_change, daybook.webhook_delivery, daybook.webhook_attempt
    TO daybook_auditor;
