-- Carried by a statement: it stands only as the very next event about its person after the ones that it counts, and the last of
-- those stands where the statement knows it. Asked under the ordering lock, so nothing comes in between.
CREATE FUNCTION daybook.require_closed_history(issued TEXT, whose TEXT, last_person_seq BIGINT, known_at BIGINT) RETURNS VOID
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM daybook.event_log AS s
                    WHERE s.stream = issued AND s.person = whose AND s.person_seq = last_person_seq + 1)
       OR NOT EXISTS (SELECT FROM daybook.event_log AS l
                       WHERE l.person = whose AND l.person_seq = last_person_seq AND l.position <= known_at) THEN
        RAISE EXCEPTION 'more was recorded about the person than %', last_person_seq
            USING ERRCODE = '23514', CONSTRAINT = 'statement_closes_history';
    END IF;
END
$$;
