-- A replay that has emptied the views: what they held, so that whoever sees it through after a crash can still compare.
CREATE TABLE daybook.replay (
    id TEXT PRIMARY KEY,
    position BIGINT NOT NULL CHECK (position >= 0),
    digests JSONB NOT NULL,
    began_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
