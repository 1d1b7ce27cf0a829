-- Requests by their key, for ever. A row without an answer is a request that is running, or died and may be run again.
CREATE TABLE daybook.idempotency (
    scope BYTEA PRIMARY KEY CHECK (octet_length(scope) = 32),
    fingerprint BYTEA NOT NULL CHECK (octet_length(fingerprint) = 32),
    claimed_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    sealed_for TEXT,
    answer BYTEA,
    CHECK ((sealed_for IS NULL) = (answer IS NULL))
);

GRANT UPDATE, DELETE ON daybook.idempotency TO daybook_app;
