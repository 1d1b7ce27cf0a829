-- Everything in this schema can be rebuilt from the log: the application may change all of it, the auditor read it.
GRANT USAGE ON SCHEMA view TO daybook_app, daybook_auditor;

ALTER DEFAULT PRIVILEGES FOR ROLE daybook_owner IN SCHEMA view
    GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON TABLES TO daybook_app;
ALTER DEFAULT PRIVILEGES FOR ROLE daybook_owner IN SCHEMA view
    GRANT USAGE ON SEQUENCES TO daybook_app;
ALTER DEFAULT PRIVILEGES FOR ROLE daybook_owner IN SCHEMA view
    GRANT SELECT ON TABLES TO daybook_auditor;
