-- The transparency log: a Merkle tree over the event log, and what was signed of it. Only the sealer adds here, from what it reads
-- in the log; the application and auditors read. docs/audit.md says what the bytes are.

-- Under which name checkpoints are signed: for ever, or whoever has an old one could not hold a new one against it.
CREATE TABLE daybook.log_identity (
    only_one BOOLEAN     PRIMARY KEY DEFAULT TRUE CHECK (only_one),
    origin   TEXT        NOT NULL CHECK (origin <> ''),
    made_at  TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp()
);

-- Public keys, as C2SP vkeys. One that signs no more stays: what it signed is still to be verified.
CREATE TABLE daybook.log_key (
    id       BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vkey     TEXT        NOT NULL UNIQUE,
    added_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE daybook.log_leaf (
    leaf_index BIGINT PRIMARY KEY CHECK (leaf_index >= 0),
    position   BIGINT NOT NULL UNIQUE,
    event_id   UUID   NOT NULL,
    hash       BYTEA  NOT NULL CHECK (octet_length(hash) = 32)
);

COMMENT ON COLUMN daybook.log_leaf.leaf_index IS 'from 0, dense, in the order of positions, which have gaps';
COMMENT ON COLUMN daybook.log_leaf.event_id IS 'so that an event that was deleted can be named';

-- Roots of whole tiles: level 1 over 256 leaves, level 2 over 256 of level 1.
CREATE TABLE daybook.log_node (
    level      SMALLINT NOT NULL CHECK (level BETWEEN 1 AND 7),
    node_index BIGINT   NOT NULL CHECK (node_index >= 0),
    hash       BYTEA    NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (level, node_index)
);

-- Every checkpoint that was ever signed.
CREATE TABLE daybook.log_checkpoint (
    id        BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    size      BIGINT      NOT NULL CHECK (size >= 0),
    root      BYTEA       NOT NULL CHECK (octet_length(root) = 32),
    position  BIGINT      NOT NULL CHECK (position >= 0),
    note      TEXT        NOT NULL,
    key_ids   TEXT[]      NOT NULL CHECK (cardinality(key_ids) > 0),
    signed_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp()
);

COMMENT ON COLUMN daybook.log_checkpoint.position IS 'of the newest event under it: this one and all before it are sealed';

-- The checkpoint that stands in the anchor folder, and when it was last seen to stand there.
CREATE TABLE daybook.log_anchored (
    only_one      BOOLEAN     PRIMARY KEY DEFAULT TRUE CHECK (only_one),
    checkpoint_id BIGINT      NOT NULL REFERENCES daybook.log_checkpoint (id),
    confirmed_at  TIMESTAMPTZ NOT NULL
);

-- Which node seals. The fence rises with every change of hands.
CREATE TABLE daybook.seal_lease (
    only_one   BOOLEAN     PRIMARY KEY DEFAULT TRUE CHECK (only_one),
    owner      TEXT        NOT NULL,
    fence      BIGINT      NOT NULL,
    held_until TIMESTAMPTZ NOT NULL
);

REVOKE INSERT ON daybook.log_identity, daybook.log_key, daybook.log_leaf, daybook.log_node, daybook.log_checkpoint,
    daybook.log_anchored, daybook.seal_lease FROM daybook_app;
GRANT SELECT, INSERT ON daybook.log_identity, daybook.log_key, daybook.log_leaf, daybook.log_node, daybook.log_checkpoint
    TO daybook_sealer;
GRANT SELECT, INSERT, UPDATE ON daybook.log_anchored, daybook.seal_lease TO daybook_sealer;
GRANT SELECT ON daybook.log_identity, daybook.log_key, daybook.log_leaf, daybook.log_node, daybook.log_checkpoint,
    daybook.log_anchored TO daybook_auditor;

DO $$
DECLARE
    kept TEXT;
BEGIN
    FOREACH kept IN ARRAY ARRAY['log_identity', 'log_key', 'log_leaf', 'log_node', 'log_checkpoint'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON daybook.%I
                        FOR EACH STATEMENT EXECUTE FUNCTION daybook.refuse_change()', kept || '_only_added_to', kept);
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON daybook.%I
                        FOR EACH ROW EXECUTE FUNCTION daybook.refuse_change()', kept || '_rows_stay', kept);
        EXECUTE format('ALTER TABLE daybook.%1$I ENABLE ALWAYS TRIGGER %2$I, ENABLE ALWAYS TRIGGER %3$I',
                       kept, kept || '_only_added_to', kept || '_rows_stay');
    END LOOP;
END
$$;
