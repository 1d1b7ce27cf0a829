-- Refusals that smell of a stolen token. Ours alone: no fact of the books, and nothing personal but the token's subject.
CREATE TABLE daybook.refused_attempt (
    subject  TEXT        NOT NULL,
    code     TEXT        NOT NULL,
    route    TEXT        NOT NULL,
    target   TEXT        NOT NULL,
    day      DATE        NOT NULL,
    count    BIGINT      NOT NULL CHECK (count > 0),
    first_at TIMESTAMPTZ NOT NULL,
    last_at  TIMESTAMPTZ NOT NULL CHECK (last_at >= first_at),
    PRIMARY KEY (subject, code, route, target, day)
);

COMMENT ON COLUMN daybook.refused_attempt.target IS 'the stream an order was for; empty where the role was missing';

CREATE INDEX refused_attempt_lately ON daybook.refused_attempt (last_at);

GRANT UPDATE ON daybook.refused_attempt TO daybook_app;
GRANT SELECT ON daybook.refused_attempt TO daybook_auditor;

-- What became of a notice on its way out. What must be told is in view.notice; a replay rebuilds that and sends nothing.
CREATE TABLE daybook.notice_delivery (
    notice     TEXT        PRIMARY KEY,
    attempts   INT         NOT NULL CHECK (attempts > 0),
    tried_at   TIMESTAMPTZ NOT NULL,
    sent_at    TIMESTAMPTZ,
    failure    TEXT,
    CHECK (sent_at IS NULL OR failure IS NULL)
);

COMMENT ON COLUMN daybook.notice_delivery.failure IS 'the kind of failure, never a message: those name addresses';

GRANT UPDATE ON daybook.notice_delivery TO daybook_app;
GRANT SELECT ON daybook.notice_delivery TO daybook_auditor;

-- Changes from before notices existed are listed, and nobody is written to about them now.
CREATE TABLE daybook.notice_beginning (
    one      BOOLEAN PRIMARY KEY DEFAULT true CHECK (one),
    position BIGINT  NOT NULL
);

INSERT INTO daybook.notice_beginning (position) SELECT coalesce(max(position), 0) FROM daybook.event_log;

GRANT SELECT ON daybook.notice_beginning TO daybook_auditor;
