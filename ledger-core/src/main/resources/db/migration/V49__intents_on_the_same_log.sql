-- Goes with every intent, in its transaction: on a log that lacks the event which its node saw last, none is recorded; nor by a node
-- that has not held the provider's list against the log, which names none. A database
-- that was put back under a running node is so noticed before the first instruction, not at the next look.
CREATE FUNCTION daybook.require_event(position_seen BIGINT, event_seen TEXT) RETURNS VOID
LANGUAGE plpgsql AS $$
BEGIN
    IF position_seen IS NULL THEN
        RAISE EXCEPTION 'the list of the provider has to be held against the log before'
            USING ERRCODE = '23514', CONSTRAINT = 'log_has_gone_on';
    END IF;
    IF position_seen > 0 AND NOT EXISTS (SELECT FROM daybook.event_log AS l
                                          WHERE l.position = position_seen AND l.event_id::text = event_seen) THEN
        RAISE EXCEPTION 'the log was put back: event % at % is not there any more', event_seen, position_seen
            USING ERRCODE = '23514', CONSTRAINT = 'log_has_gone_on';
    END IF;
END
$$;
