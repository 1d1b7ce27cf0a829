-- Overlap spans engagements, so no single stream can refuse it: this constraint does, in the transaction that appends.
-- Only timed entries of engagements that refuse overlap are here.
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA daybook;

CREATE TABLE daybook.worked_interval (
    entry      TEXT      PRIMARY KEY,
    contractor TEXT      NOT NULL,
    timesheet  TEXT      NOT NULL,
    worked     TSTZRANGE NOT NULL CHECK (NOT isempty(worked) AND lower_inc(worked) AND NOT upper_inc(worked)),
    CONSTRAINT worked_interval_no_overlap EXCLUDE USING gist (contractor WITH =, worked WITH &&)
);

COMMENT ON TABLE daybook.worked_interval IS 'not rebuilt by a replay: it guards what is appended next';

GRANT SELECT, INSERT, UPDATE, DELETE ON daybook.worked_interval TO daybook_app;
GRANT SELECT ON daybook.worked_interval TO daybook_auditor;
