-- Keys that every node shares. A name is written once; whoever comes second reads what the first wrote.
CREATE TABLE daybook.secret (
    name TEXT PRIMARY KEY,
    value BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- One key per person, wrapped by a key in daybook.secret. Deleting the row erases the person everywhere.
CREATE TABLE daybook.person_key (
    person TEXT PRIMARY KEY,
    wrapped_keyset BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

GRANT SELECT, INSERT ON daybook.secret TO daybook_app;
GRANT SELECT, INSERT, DELETE ON daybook.person_key TO daybook_app;
