-- A stream has no gap: who decided on facts that are no longer in the log (it was put back to an earlier point under a
-- running node) is refused like anybody whose stream moved on, and decides again on what is there.
CREATE FUNCTION daybook.streams_have_no_gap() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
    wrong TEXT;
BEGIN
    SELECT format('%s has no event %s before its %s', a.stream, a.seq - 1, a.seq) INTO wrong
      FROM added a
     -- A subquery of its own, so that the index is asked: as a join the whole log would be read.
     WHERE a.seq > 0
       AND (SELECT e.seq FROM daybook.event_log e WHERE e.stream = a.stream AND e.seq = a.seq - 1) IS NULL
     LIMIT 1;
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION '%', wrong USING ERRCODE = '23514', CONSTRAINT = 'event_log_stream_without_gap';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER event_log_streams_without_gaps
    AFTER INSERT ON daybook.event_log REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION daybook.streams_have_no_gap();
