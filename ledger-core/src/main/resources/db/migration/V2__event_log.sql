-- The book of original entry. Position order is commit order: whoever inserts holds the ordering lock from before the
-- first position is drawn until after the commit is visible, so a reader that sees position N has seen all before it.

CREATE TABLE daybook.event_log (
    position    BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    UUID        NOT NULL UNIQUE,
    stream      TEXT        NOT NULL,
    stream_type TEXT        NOT NULL,
    seq         BIGINT      NOT NULL CHECK (seq >= 0),
    type        TEXT        NOT NULL,
    revision    SMALLINT    NOT NULL CHECK (revision >= 1),
    recorded_at TIMESTAMPTZ NOT NULL,
    payload     BYTEA       NOT NULL,
    metadata    BYTEA       NOT NULL,
    salt        BYTEA       NOT NULL CHECK (octet_length(salt) = 16),
    person      TEXT,
    person_seq  BIGINT,
    CONSTRAINT event_log_stream_seq UNIQUE (stream, seq),
    CONSTRAINT event_log_person_seq UNIQUE (person, person_seq),
    CONSTRAINT event_log_person_whole CHECK ((person IS NULL) = (person_seq IS NULL) AND person_seq >= 1)
);

COMMENT ON COLUMN daybook.event_log.recorded_at IS 'set under the ordering lock, never less than the previous position''s';
COMMENT ON COLUMN daybook.event_log.person_seq IS 'from 1, dense per person, so that a statement can show that nothing was left out';

-- One row per order that was answered, kept for ever: the same id again answers the first outcome.
CREATE TABLE daybook.command_log (
    command_id  TEXT        PRIMARY KEY,
    try         UUID        NOT NULL,
    stream      TEXT        NOT NULL,
    position    BIGINT      NOT NULL,
    refused     TEXT,
    message     TEXT,
    recorded_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT command_log_refusal_whole CHECK ((refused IS NULL) = (message IS NULL))
);

COMMENT ON COLUMN daybook.command_log.try IS 'tells a repeat by somebody else from our own commit whose answer was lost';
COMMENT ON COLUMN daybook.command_log.refused IS 'the rule''s stable code, where a rule said no';

-- How far each follower of the log has come. A projection moves its row in the transaction that writes its tables.
CREATE TABLE daybook.projection_token (
    name     TEXT   PRIMARY KEY,
    position BIGINT NOT NULL CHECK (position >= 0)
);

CREATE FUNCTION daybook.take_ordering_lock() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7310578311);
    RETURN NULL;
END
$$;

CREATE TRIGGER event_log_in_commit_order
    BEFORE INSERT ON daybook.event_log
    FOR EACH STATEMENT EXECUTE FUNCTION daybook.take_ordering_lock();

-- Appends events and the outcomes of their orders in one round trip. In a volatile function each statement sees what was
-- committed before it began, so the counts below are read after the lock was taken, never from an older snapshot.
CREATE FUNCTION daybook.append(
    now_at           TIMESTAMPTZ,
    event_ids        UUID[],
    streams          TEXT[],
    stream_types     TEXT[],
    seqs             BIGINT[],
    types            TEXT[],
    revisions        SMALLINT[],
    payloads         BYTEA[],
    metadatas        BYTEA[],
    salts            BYTEA[],
    persons          TEXT[],
    command_ids      TEXT[],
    command_tries    UUID[],
    command_streams  TEXT[],
    command_lasts    INT[],
    command_refusals TEXT[],
    command_messages TEXT[]
) RETURNS BIGINT[] LANGUAGE plpgsql AS $$
DECLARE
    at        TIMESTAMPTZ := now_at;
    head      BIGINT := 0;
    positions BIGINT[] := '{}';
    previous  RECORD;
BEGIN
    PERFORM pg_advisory_xact_lock(7310578311);
    SELECT e.position, e.recorded_at INTO previous
      FROM daybook.event_log e ORDER BY e.position DESC LIMIT 1;
    IF FOUND THEN
        head := previous.position;
        at := greatest(now_at, previous.recorded_at);
    END IF;

    IF cardinality(event_ids) > 0 THEN
        WITH incoming AS (
            SELECT *, row_number() OVER (PARTITION BY i.person ORDER BY i.ord) AS nth
              FROM unnest(event_ids, streams, stream_types, seqs, types, revisions, payloads, metadatas, salts, persons)
                   WITH ORDINALITY AS i(event_id, stream, stream_type, seq, type, revision, payload, metadata, salt, person, ord)
        ), counted AS (
            SELECT p.person, coalesce((SELECT max(e.person_seq) FROM daybook.event_log e WHERE e.person = p.person), 0) AS before
              FROM (SELECT DISTINCT person FROM incoming WHERE person IS NOT NULL) p
        ), written AS (
            INSERT INTO daybook.event_log
                   (event_id, stream, stream_type, seq, type, revision, recorded_at, payload, metadata, salt, person, person_seq)
            SELECT i.event_id, i.stream, i.stream_type, i.seq, i.type, i.revision, at, i.payload, i.metadata, i.salt,
                   i.person, CASE WHEN i.person IS NOT NULL THEN c.before + i.nth END
              FROM incoming i LEFT JOIN counted c ON c.person = i.person
             ORDER BY i.ord
            RETURNING position
        )
        SELECT array_agg(w.position ORDER BY w.position) INTO positions FROM written w;
        head := positions[cardinality(positions)];
    END IF;

    INSERT INTO daybook.command_log (command_id, try, stream, position, refused, message, recorded_at)
    SELECT c.id, c.try, c.stream, CASE WHEN c.last > 0 THEN positions[c.last] ELSE head END, c.refused, c.message, at
      FROM unnest(command_ids, command_tries, command_streams, command_lasts, command_refusals, command_messages)
           AS c(id, try, stream, last, refused, message);
    RETURN positions || head;
END
$$;

GRANT SELECT, INSERT ON daybook.event_log TO daybook_app;
GRANT SELECT, INSERT ON daybook.command_log TO daybook_app;
GRANT SELECT, INSERT, UPDATE ON daybook.projection_token TO daybook_app;
GRANT EXECUTE ON FUNCTION daybook.append TO daybook_app;
GRANT SELECT ON daybook.event_log, daybook.command_log, daybook.projection_token TO daybook_auditor, daybook_sealer;
