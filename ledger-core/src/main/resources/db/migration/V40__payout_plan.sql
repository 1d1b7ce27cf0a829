-- What a batch is going to be frozen as, kept before the first chunk is written. The lines go when they lie in the log.
CREATE TABLE daybook.payout_plan (
    batch        TEXT        PRIMARY KEY,
    content_hash CHAR(64)    NOT NULL,
    chunks       INT         NOT NULL CHECK (chunks > 0),
    lines        INT         NOT NULL CHECK (lines > 0),
    total_minor  BIGINT      NOT NULL CHECK (total_minor > 0),
    currency     CHAR(3)     NOT NULL,
    kept_at      TIMESTAMPTZ NOT NULL
);

CREATE TABLE daybook.payout_plan_line (
    batch               TEXT    NOT NULL REFERENCES daybook.payout_plan (batch),
    line                INT     NOT NULL CHECK (line > 0),
    account             TEXT    NOT NULL,
    amount_minor        BIGINT  NOT NULL CHECK (amount_minor > 0),
    currency            CHAR(3) NOT NULL,
    destination_version INT     NOT NULL,
    destination_key     TEXT    NOT NULL,
    destination_sealed  TEXT    NOT NULL,
    destination_index   TEXT    NOT NULL,
    PRIMARY KEY (batch, line)
);

GRANT SELECT, INSERT ON daybook.payout_plan TO daybook_app;
GRANT SELECT, INSERT, DELETE ON daybook.payout_plan_line TO daybook_app;
