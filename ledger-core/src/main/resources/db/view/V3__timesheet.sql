-- Timesheets and their entries. An entry's rate and amount are there once an approval has priced it.
CREATE TABLE view.timesheet (
    timesheet    TEXT        PRIMARY KEY,
    contractor   TEXT        NOT NULL,
    engagement   TEXT        NOT NULL,
    project      TEXT        NOT NULL,
    period_from  DATE        NOT NULL,
    period_to    DATE        NOT NULL CHECK (period_to >= period_from),
    currency     CHAR(3)     NOT NULL,
    stage        TEXT        NOT NULL CHECK (stage IN ('OPEN', 'SUBMITTED', 'APPROVED', 'REJECTED', 'DISPUTED')),
    locked       BOOLEAN     NOT NULL DEFAULT FALSE,
    status       TEXT        NOT NULL
                 GENERATED ALWAYS AS (CASE WHEN locked AND stage = 'APPROVED' THEN 'LOCKED' ELSE stage END) STORED,
    revision     INTEGER     NOT NULL CHECK (revision >= 0),
    changed_at   TIMESTAMPTZ NOT NULL,
    entries      INTEGER     NOT NULL DEFAULT 0,
    unpriced     INTEGER     NOT NULL DEFAULT 0,
    seconds      BIGINT      NOT NULL DEFAULT 0,
    priced_minor BIGINT      NOT NULL DEFAULT 0
);

CREATE INDEX timesheet_by_period ON view.timesheet (period_from, status, timesheet);
CREATE INDEX timesheet_by_project ON view.timesheet (project, timesheet);
CREATE INDEX timesheet_by_contractor ON view.timesheet (contractor, timesheet);

CREATE TABLE view.time_entry (
    timesheet      TEXT        NOT NULL,
    entry          TEXT        NOT NULL,
    work_date      DATE        NOT NULL,
    worked_at      TIMESTAMPTZ NOT NULL,
    timed          BOOLEAN     NOT NULL,
    seconds        BIGINT      NOT NULL CHECK (seconds >= 0),
    task           TEXT        NOT NULL,
    notes          TEXT,
    rate_version   INTEGER,
    rate_from      DATE,
    per_hour_minor BIGINT,
    amount_minor   BIGINT,
    PRIMARY KEY (timesheet, entry),
    CONSTRAINT time_entry_price_whole CHECK (
        num_nulls(rate_version, rate_from, per_hour_minor, amount_minor) IN (0, 4))
);

CREATE INDEX time_entry_by_id ON view.time_entry (entry);
