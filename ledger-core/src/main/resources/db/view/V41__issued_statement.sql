-- Statements that were issued: what they rest on, and the hash of what they said.
CREATE TABLE view.issued_statement (
    statement       TEXT        PRIMARY KEY,
    contractor      TEXT        NOT NULL,
    begins_at       TIMESTAMPTZ NOT NULL,
    ends_at         TIMESTAMPTZ NOT NULL CHECK (ends_at > begins_at),
    events          BIGINT      NOT NULL CHECK (events = last_person_seq),
    last_person_seq BIGINT      NOT NULL CHECK (last_person_seq >= 1),
    known_at        BIGINT      NOT NULL CHECK (known_at < position),
    form            INTEGER     NOT NULL CHECK (form >= 1),
    hash            TEXT        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    subject         TEXT        NOT NULL,
    issued_at       TIMESTAMPTZ NOT NULL CHECK (issued_at >= ends_at),
    position        BIGINT      NOT NULL UNIQUE,
    event_id        TEXT        NOT NULL UNIQUE
);

CREATE INDEX issued_statement_by_contractor ON view.issued_statement (contractor, position);
