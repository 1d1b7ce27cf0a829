-- Every step of a payout destination, and who took it: whoever set one decides about nothing that is paid there.
CREATE TABLE view.destination_step (
    contractor TEXT        NOT NULL,
    seq        BIGINT      NOT NULL,
    what       TEXT        NOT NULL CHECK (what IN ('PROPOSED', 'APPROVED', 'SET')),
    number     INTEGER     NOT NULL CHECK (number >= 1),
    subject    TEXT        NOT NULL,
    taken_at   TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (contractor, seq)
);

CREATE INDEX destination_step_by_subject ON view.destination_step (subject, contractor);
CREATE INDEX destination_proposed ON view.destination_step (taken_at) WHERE what = 'PROPOSED';

-- Every e-mail address a contractor ever had, sealed: who changes one first cannot keep a notice from the other.
CREATE TABLE view.contact (
    contractor  TEXT        NOT NULL,
    seq         BIGINT      NOT NULL,
    email       TEXT        NOT NULL,
    email_index TEXT        NOT NULL,
    known_at    TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (contractor, seq)
);

-- What contractors must be told. Whether it was delivered is no matter of the log: daybook.notice_delivery.
CREATE TABLE view.notice (
    notice      TEXT        PRIMARY KEY,
    contractor  TEXT        NOT NULL,
    kind        TEXT        NOT NULL CHECK (kind IN ('DESTINATION_PROPOSED', 'DESTINATION_SET')),
    subject     TEXT        NOT NULL,
    email       TEXT        NOT NULL,
    former      BOOLEAN     NOT NULL,
    position    BIGINT      NOT NULL,
    occurred_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX notice_by_position ON view.notice (position, notice);
CREATE INDEX notice_by_contractor ON view.notice (contractor, position, notice);

-- Who recorded time on a sheet, and who agreed rates of an engagement: neither approves what it comes to.
CREATE TABLE view.time_hand (
    stream  TEXT NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (stream, subject)
);
