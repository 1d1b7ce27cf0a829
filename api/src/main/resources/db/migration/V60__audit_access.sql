-- Who read what of the evidence, and what auditors read of everything else. Written before it is answered, and only added to.
CREATE TABLE daybook.audit_access (
    access  BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      TIMESTAMPTZ NOT NULL,
    subject TEXT        NOT NULL,
    acting  TEXT        NOT NULL,
    roles   TEXT        NOT NULL,
    route   TEXT        NOT NULL,
    path    TEXT        NOT NULL,
    query   TEXT        NOT NULL,
    request TEXT        NOT NULL
);

COMMENT ON COLUMN daybook.audit_access.acting IS 'the key, where it was one; else the subject';
COMMENT ON COLUMN daybook.audit_access.query IS 'of evidence as it was asked; elsewhere the names of parameters alone: their values may be personal';

CREATE INDEX audit_access_by_subject ON daybook.audit_access (subject, access);

GRANT SELECT ON daybook.audit_access TO daybook_auditor;

CREATE TRIGGER audit_access_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON daybook.audit_access
    FOR EACH STATEMENT EXECUTE FUNCTION daybook.refuse_change();
CREATE TRIGGER audit_access_rows_stay BEFORE UPDATE OR DELETE ON daybook.audit_access
    FOR EACH ROW EXECUTE FUNCTION daybook.refuse_change();
ALTER TABLE daybook.audit_access
    ENABLE ALWAYS TRIGGER audit_access_only_added_to, ENABLE ALWAYS TRIGGER audit_access_rows_stay;
