-- Imports: what was asked, how far it has come, and what it refused. A row's fate is counted in the transaction that
-- moves the import on, so a killed import goes on from there and comes to the same totals.
CREATE TABLE daybook.import (
    id           TEXT        PRIMARY KEY,
    kind         TEXT        NOT NULL CHECK (kind IN ('roster', 'time')),
    format       TEXT        CHECK (format IN ('harvest', 'clockify', 'toggl', 'daybook')),
    zone         TEXT        NOT NULL,
    replace_from DATE,
    replace_to   DATE,
    actor        TEXT        NOT NULL,
    content      TEXT,
    status       TEXT        NOT NULL CHECK (status IN ('RECEIVED', 'RUNNING', 'COMPLETED', 'FAILED')),
    run          INT         NOT NULL DEFAULT 0,
    total        BIGINT      NOT NULL DEFAULT 0 CHECK (total >= 0),
    accepted     BIGINT      NOT NULL DEFAULT 0 CHECK (accepted >= 0),
    rejected     BIGINT      NOT NULL DEFAULT 0 CHECK (rejected >= 0),
    duplicates   BIGINT      NOT NULL DEFAULT 0 CHECK (duplicates >= 0),
    received_at  TIMESTAMPTZ NOT NULL,
    ended_at     TIMESTAMPTZ,
    CONSTRAINT import_format_of_time CHECK ((kind = 'time') = (format IS NOT NULL)),
    CONSTRAINT import_replace_whole CHECK ((replace_from IS NULL) = (replace_to IS NULL) AND replace_from <= replace_to)
);

CREATE INDEX import_unfinished ON daybook.import (received_at, id) WHERE status IN ('RECEIVED', 'RUNNING');

COMMENT ON COLUMN daybook.import.content IS 'a keyed digest of the upload, by which a repeated request is known';
COMMENT ON COLUMN daybook.import.run IS 'counts how often it was begun or taken up again';
COMMENT ON COLUMN daybook.import.total IS 'rows of the file; those already decided are accepted + rejected + duplicates';

-- The upload, sealed piece by piece, until the import ends.
CREATE TABLE daybook.import_chunk (
    import TEXT  NOT NULL,
    seq    INT   NOT NULL CHECK (seq >= 0),
    sealed BYTEA NOT NULL,
    PRIMARY KEY (import, seq)
);

CREATE TABLE daybook.import_error (
    import      TEXT   NOT NULL REFERENCES daybook.import (id),
    row_number  BIGINT NOT NULL CHECK (row_number >= 0),
    column_name TEXT   NOT NULL,
    code        TEXT   NOT NULL,
    message     TEXT   NOT NULL,
    PRIMARY KEY (import, row_number, code, message)
);

-- Every row of a time export that became a time entry, by what makes it the same row again. Written with the entry's
-- own event. twins is a keyed digest; nth tells rows of one file that are alike in everything.
CREATE TABLE daybook.imported_entry (
    twins      BYTEA  NOT NULL CHECK (octet_length(twins) = 32),
    nth        BIGINT NOT NULL CHECK (nth >= 1),
    import     TEXT   NOT NULL,
    row_number BIGINT NOT NULL,
    format     TEXT   NOT NULL,
    work_date  DATE   NOT NULL,
    PRIMARY KEY (twins, nth)
);

CREATE INDEX imported_entry_by_date ON daybook.imported_entry (format, work_date);

-- How often a running import has met each row so far, up to its last whole chunk.
CREATE TABLE daybook.import_seen (
    import TEXT   NOT NULL,
    twins  BYTEA  NOT NULL CHECK (octet_length(twins) = 32),
    times  BIGINT NOT NULL CHECK (times >= 1),
    PRIMARY KEY (import, twins)
);

-- Rows of a running roster import that have changed something. Written with what they changed.
CREATE TABLE daybook.import_applied (
    import     TEXT   NOT NULL,
    row_number BIGINT NOT NULL,
    PRIMARY KEY (import, row_number)
);

GRANT UPDATE ON daybook.import, daybook.import_seen TO daybook_app;
GRANT DELETE ON daybook.import_chunk, daybook.import_seen, daybook.import_applied TO daybook_app;
GRANT SELECT ON daybook.import, daybook.import_error, daybook.imported_entry TO daybook_auditor;
