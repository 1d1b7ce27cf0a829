-- Goes with every intent, in its transaction: whoever is not in charge of the rail any more records none. The share lock
-- makes a node that takes over wait for the intents under way, and so see them.
CREATE FUNCTION daybook.require_engine_lease(rail TEXT, node TEXT, fence_seen BIGINT) RETURNS VOID
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM daybook.engine_lease AS l
      WHERE l.name = rail AND l.owner = node AND l.fence = fence_seen
        FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this node is not in charge of % any more', rail
            USING ERRCODE = '23514', CONSTRAINT = 'engine_lease_is_held';
    END IF;
END
$$;
