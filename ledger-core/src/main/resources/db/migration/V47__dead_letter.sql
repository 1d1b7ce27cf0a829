-- Facts that the views could not take in, and what follows them in their streams: parked until somebody has them tried again.
CREATE TABLE daybook.dead_letter (
    views     TEXT        NOT NULL CHECK (views IN ('view', 'view_beside')),
    position  BIGINT      NOT NULL,
    stream    TEXT        NOT NULL,
    type      TEXT        NOT NULL,
    code      TEXT        NOT NULL,
    place     TEXT        NOT NULL,
    tries     INT         NOT NULL DEFAULT 1 CHECK (tries >= 0),
    parked_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (views, position)
);

COMMENT ON COLUMN daybook.dead_letter.views IS 'the schema that lacks it: the one that is read, or one being made beside it';
COMMENT ON COLUMN daybook.dead_letter.code IS 'an SQLSTATE, the name of a failure in code, or ''follows'' behind one of its stream';
COMMENT ON COLUMN daybook.dead_letter.place IS 'the constraint, table or line of code; never a value, which might be personal';
COMMENT ON COLUMN daybook.dead_letter.tries IS '0 for what was parked only because it follows';

CREATE INDEX dead_letter_stream ON daybook.dead_letter (views, stream, position);

GRANT SELECT, INSERT, UPDATE, DELETE ON daybook.dead_letter TO daybook_app;
GRANT SELECT ON daybook.dead_letter TO daybook_auditor;

-- A replay works beside the views and empties nothing: what they held before it need not be kept for whoever sees it through.
DROP TABLE daybook.replay;
