-- Long work: who asked for it, how far it is. Whoever holds the lease is doing it; an expired lease is taken over.
CREATE TABLE daybook.operation (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    owner TEXT NOT NULL,
    input JSONB NOT NULL,
    status TEXT NOT NULL DEFAULT 'RUNNING' CHECK (status IN ('RUNNING', 'COMPLETED', 'FAILED')),
    version BIGINT NOT NULL DEFAULT 0,
    done BIGINT NOT NULL DEFAULT 0 CHECK (done >= 0),
    total BIGINT NOT NULL DEFAULT 0 CHECK (total >= 0),
    failed BIGINT NOT NULL DEFAULT 0 CHECK (failed >= 0),
    errors JSONB NOT NULL DEFAULT '[]',
    result JSONB,
    lease_until TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE INDEX operation_running ON daybook.operation (lease_until) WHERE status = 'RUNNING';

GRANT UPDATE ON daybook.operation TO daybook_app;
