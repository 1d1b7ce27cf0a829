-- Empty exactly when this schema has been made again: then every projection begins at the log's first fact.
CREATE TABLE view.origin (
    only_one BOOLEAN     PRIMARY KEY DEFAULT TRUE CHECK (only_one),
    begun_at TIMESTAMPTZ NOT NULL
);
