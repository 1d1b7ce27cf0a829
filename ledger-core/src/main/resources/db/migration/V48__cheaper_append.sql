-- The same promises for less: what an append of one event costs before it writes anything is most of what it costs.

-- Asked row by row as rows come in: a table of what one statement added took longer to make than to read.
CREATE OR REPLACE FUNCTION daybook.streams_have_no_gap() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM daybook.event_log e WHERE e.stream = NEW.stream AND e.seq = NEW.seq - 1) THEN
        RAISE EXCEPTION '% has no event % before its %', NEW.stream, NEW.seq - 1, NEW.seq
            USING ERRCODE = '23514', CONSTRAINT = 'event_log_stream_without_gap';
    END IF;
    RETURN NEW;
END
$$;

DROP TRIGGER event_log_streams_without_gaps ON daybook.event_log;
CREATE TRIGGER event_log_streams_without_gaps
    BEFORE INSERT ON daybook.event_log
    FOR EACH ROW WHEN (NEW.seq > 0) EXECUTE FUNCTION daybook.streams_have_no_gap();

-- As in V2, but one event alone, and one answer alone, are written as plain rows.
CREATE OR REPLACE FUNCTION daybook.append(
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
) RETURNS BIGINT[] LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
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

    IF cardinality(event_ids) = 1 THEN
        INSERT INTO daybook.event_log
               (event_id, stream, stream_type, seq, type, revision, recorded_at, payload, metadata, salt, person, person_seq)
        VALUES (event_ids[1], streams[1], stream_types[1], seqs[1], types[1], revisions[1], at, payloads[1], metadatas[1],
                salts[1], persons[1], CASE WHEN persons[1] IS NOT NULL THEN 1 + coalesce(
                    (SELECT max(e.person_seq) FROM daybook.event_log e WHERE e.person = persons[1]), 0) END)
        RETURNING position INTO head;
        positions := ARRAY[head];
    ELSIF cardinality(event_ids) > 1 THEN
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

    IF cardinality(command_ids) = 1 THEN
        INSERT INTO daybook.command_log (command_id, try, stream, position, refused, message, recorded_at)
        VALUES (command_ids[1], command_tries[1], command_streams[1],
                CASE WHEN command_lasts[1] > 0 THEN positions[command_lasts[1]] ELSE head END,
                command_refusals[1], command_messages[1], at);
    ELSE
        INSERT INTO daybook.command_log (command_id, try, stream, position, refused, message, recorded_at)
        SELECT c.id, c.try, c.stream, CASE WHEN c.last > 0 THEN positions[c.last] ELSE head END, c.refused, c.message, at
          FROM unnest(command_ids, command_tries, command_streams, command_lasts, command_refusals, command_messages)
               AS c(id, try, stream, last, refused, message);
    END IF;
    RETURN positions || head;
END
$$;
