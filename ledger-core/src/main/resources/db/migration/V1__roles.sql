-- The roles, and what each may do by default. Run by the login that migrates; everything later by daybook_owner.
--   daybook_owner    owns both schemas and all that is in them; nobody logs in as it
--   daybook_app      the application: in daybook it may add and read, and what a table's own migration grants beyond
--   daybook_sealer   seals the log; reads it and writes checkpoints only
--   daybook_auditor  reads what is not secret
-- Roles belong to the whole cluster, so a second database finds them there already.
DO $$
DECLARE
    wanted TEXT;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['daybook_owner', 'daybook_app', 'daybook_sealer', 'daybook_auditor'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
        END IF;
    END LOOP;
    IF NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) THEN
        BEGIN
            EXECUTE format('GRANT daybook_owner TO %I', current_user);
        EXCEPTION WHEN insufficient_privilege THEN
            -- An administrator made the role, and then also the grant: the checks at boot insist on it.
            NULL;
        END;
    END IF;
    IF NOT has_database_privilege('daybook_owner', current_database(), 'CREATE') THEN
        EXECUTE format('GRANT CREATE ON DATABASE %I TO daybook_owner', current_database());
    END IF;
END
$$;

ALTER SCHEMA daybook OWNER TO daybook_owner;

GRANT USAGE ON SCHEMA daybook TO daybook_app, daybook_sealer, daybook_auditor;

-- A table's own migration grants UPDATE, DELETE, and everything to the sealer and the auditor: here lie keys, too.
ALTER DEFAULT PRIVILEGES FOR ROLE daybook_owner IN SCHEMA daybook
    GRANT SELECT, INSERT ON TABLES TO daybook_app;
ALTER DEFAULT PRIVILEGES FOR ROLE daybook_owner IN SCHEMA daybook
    GRANT USAGE ON SEQUENCES TO daybook_app;
