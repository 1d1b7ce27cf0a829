-- Months whose closing has begun. One that is not here is open.
CREATE TABLE view.accounting_period (
    month            CHAR(7)     PRIMARY KEY,
    status           TEXT        NOT NULL CHECK (status IN ('SOFT_CLOSED', 'CLOSED', 'REOPENING')),
    signer           TEXT        NOT NULL,
    signed_at        TIMESTAMPTZ NOT NULL,
    closer           TEXT,
    closed_at        TIMESTAMPTZ,
    reopening_by     TEXT,
    reopening_at     TIMESTAMPTZ,
    reopening_reason TEXT,
    CONSTRAINT accounting_period_second_person CHECK (closer <> signer),
    CONSTRAINT accounting_period_whole CHECK ((status = 'SOFT_CLOSED') = (closer IS NULL)
        AND (closer IS NULL) = (closed_at IS NULL)
        AND (status = 'REOPENING') = (reopening_by IS NOT NULL)
        AND (reopening_by IS NULL) = (reopening_at IS NULL))
);
