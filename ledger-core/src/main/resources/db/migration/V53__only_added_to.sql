-- What was recorded stays as it was. To the application the privileges say so; these triggers say it to owners and superusers too,
-- and in sessions that have switched ordinary triggers off by session_replication_role.
CREATE FUNCTION daybook.refuse_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%.% is only added to: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'DB010';
END
$$;

COMMENT ON FUNCTION daybook.refuse_change IS 'enabled always on what is only added to; every start looks whether it still is';

DO $$
DECLARE
    kept TEXT;
BEGIN
    FOREACH kept IN ARRAY ARRAY['event_log', 'command_log', 'refused_order', 'rail_switch'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON daybook.%I
                        FOR EACH STATEMENT EXECUTE FUNCTION daybook.refuse_change()', kept || '_only_added_to', kept);
        -- Rows that a subscription brings in come without a statement.
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON daybook.%I
                        FOR EACH ROW EXECUTE FUNCTION daybook.refuse_change()', kept || '_rows_stay', kept);
        EXECUTE format('ALTER TABLE daybook.%1$I ENABLE ALWAYS TRIGGER %2$I, ENABLE ALWAYS TRIGGER %3$I',
                       kept, kept || '_only_added_to', kept || '_rows_stay');
    END LOOP;
END
$$;
