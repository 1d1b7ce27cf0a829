-- Engagements and every rate ever agreed for them.
CREATE TABLE view.engagement (
    engagement         TEXT        PRIMARY KEY,
    contractor         TEXT        NOT NULL,
    project            TEXT        NOT NULL,
    currency           CHAR(3)     NOT NULL,
    overlap            TEXT        NOT NULL CHECK (overlap IN ('ALLOW', 'REFUSE')),
    weekly_cap_seconds BIGINT      CHECK (weekly_cap_seconds > 0),
    last_day           DATE,
    started_at         TIMESTAMPTZ NOT NULL,
    UNIQUE (contractor, project)
);

CREATE INDEX engagement_by_project ON view.engagement (project, engagement);

CREATE TABLE view.engagement_rate (
    engagement     TEXT    NOT NULL,
    version        INTEGER NOT NULL CHECK (version >= 1),
    per_hour_minor BIGINT  NOT NULL CHECK (per_hour_minor > 0),
    currency       CHAR(3) NOT NULL,
    valid_from     DATE    NOT NULL,
    PRIMARY KEY (engagement, version),
    UNIQUE (engagement, valid_from)
);
