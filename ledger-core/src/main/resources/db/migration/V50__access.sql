-- What was decided about each subject's access. Written with the fact, so that from its commit on every request rests on it;
-- requests look it up by subject. No row: nothing was decided, and a token says what its bearer may do.
CREATE TABLE daybook.access (
    subject         TEXT PRIMARY KEY,
    whole           BOOLEAN NOT NULL DEFAULT FALSE,
    withdrawn       TEXT[]  NOT NULL DEFAULT '{}',
    granted         TEXT[]  NOT NULL DEFAULT '{}',
    proposal        TEXT,
    proposal_roles  TEXT[],
    proposal_reason TEXT,
    proposer        TEXT,
    proposed_at     TIMESTAMPTZ,
    CONSTRAINT access_proposal_whole CHECK (
        num_nulls(proposal, proposal_roles, proposal_reason, proposer, proposed_at) IN (0, 5))
);

COMMENT ON COLUMN daybook.access.whole IS 'all is withdrawn, whatever else stands here';
COMMENT ON COLUMN daybook.access.granted IS 'counts although no token says so, unless withdrawn';

GRANT UPDATE ON daybook.access TO daybook_app;
GRANT SELECT ON daybook.access TO daybook_auditor;

-- Keys of services, and the secrets of each: one, or two while an old one overlaps with the one that replaces it.
CREATE TABLE daybook.api_key (
    id          TEXT        PRIMARY KEY,
    owner       TEXT        NOT NULL,
    name        TEXT        NOT NULL,
    roles       TEXT[]      NOT NULL CHECK (cardinality(roles) > 0),
    status      TEXT        NOT NULL CHECK (status IN ('PROPOSED', 'ACTIVE', 'REVOKED')),
    made_at     TIMESTAMPTZ NOT NULL,
    expires_at  TIMESTAMPTZ NOT NULL,
    approver    TEXT,
    approved_at TIMESTAMPTZ,
    revoker     TEXT,
    revoked_at  TIMESTAMPTZ,
    CONSTRAINT api_key_roles CHECK (NOT roles && ARRAY['finance-checker', 'approver', 'admin', 'contractor']),
    CONSTRAINT api_key_second_person CHECK (approver <> owner),
    CONSTRAINT api_key_whole CHECK ((approver IS NULL) = (approved_at IS NULL)
        AND (revoker IS NULL) = (revoked_at IS NULL)
        AND (status = 'REVOKED') = (revoker IS NOT NULL)
        AND (status <> 'ACTIVE' OR approver IS NOT NULL))
);

CREATE TABLE daybook.api_key_secret (
    prefix       TEXT        PRIMARY KEY,
    api_key      TEXT        NOT NULL REFERENCES daybook.api_key (id),
    digest       BYTEA       NOT NULL CHECK (octet_length(digest) = 32),
    made_at      TIMESTAMPTZ NOT NULL,
    valid_until  TIMESTAMPTZ,
    last_used_at TIMESTAMPTZ
);

CREATE INDEX api_key_secret_by_key ON daybook.api_key_secret (api_key, made_at);

COMMENT ON COLUMN daybook.api_key.name IS 'sealed';
COMMENT ON COLUMN daybook.api_key_secret.digest IS 'HMAC-SHA-256 of the whole key under a key in daybook.secret';
COMMENT ON COLUMN daybook.api_key_secret.valid_until IS 'for one that was replaced: until when it still counts';
COMMENT ON COLUMN daybook.api_key_secret.last_used_at IS 'true to ten minutes';

GRANT UPDATE ON daybook.api_key, daybook.api_key_secret TO daybook_app;
GRANT SELECT ON daybook.api_key TO daybook_auditor;
