-- The books. An entry is named by its fact's position in the log; a line's amount is signed, a debit above zero.
CREATE TABLE view.journal_entry (
    entry         BIGINT      PRIMARY KEY,
    event_id      TEXT        NOT NULL UNIQUE,
    source        TEXT        NOT NULL,
    stream        TEXT        NOT NULL,
    effective_at  TIMESTAMPTZ NOT NULL,
    occurred_at   TIMESTAMPTZ NOT NULL,
    recorded_at   TIMESTAMPTZ NOT NULL,
    contractor    TEXT,
    kind          TEXT        CHECK (kind IN ('EARNED', 'ADJUSTED', 'PAID', 'RETURNED')),
    account_entry TEXT,
    timesheet     TEXT,
    project       TEXT,
    adjustment    TEXT,
    payout        TEXT,
    seconds       BIGINT      NOT NULL DEFAULT 0,
    CONSTRAINT nothing_is_dated_in_the_future CHECK (effective_at <= recorded_at)
);

CREATE INDEX journal_entry_by_contractor ON view.journal_entry (contractor, effective_at, entry)
    WHERE contractor IS NOT NULL;
CREATE INDEX journal_entry_by_payout ON view.journal_entry (payout, entry) WHERE payout IS NOT NULL;
CREATE INDEX journal_entry_by_date ON view.journal_entry (effective_at, entry);

CREATE TABLE view.journal_line (
    entry        BIGINT  NOT NULL,
    line         INTEGER NOT NULL CHECK (line >= 1),
    account      INTEGER NOT NULL,
    contractor   TEXT,
    rail         TEXT,
    place        TEXT,
    project      TEXT,
    currency     CHAR(3) NOT NULL,
    amount_minor BIGINT  NOT NULL CHECK (amount_minor <> 0),
    PRIMARY KEY (entry, line)
);

CREATE INDEX journal_line_by_account ON view.journal_line (account, entry);
CREATE INDEX journal_line_by_contractor ON view.journal_line (contractor, entry) WHERE contractor IS NOT NULL;

-- Running balances: of each contractor's sub-ledgers (and, without a contractor, of the operator's own accounts) ...
CREATE TABLE view.account_balance (
    contractor   TEXT,
    account      INTEGER NOT NULL,
    rail         TEXT,
    currency     CHAR(3) NOT NULL,
    amount_minor BIGINT  NOT NULL,
    CONSTRAINT account_balance_once UNIQUE NULLS NOT DISTINCT (contractor, account, rail, currency)
);

-- ... and of the control account above them, kept by itself so that one can be held against the other.
CREATE TABLE view.control_balance (
    account      INTEGER NOT NULL,
    rail         TEXT,
    currency     CHAR(3) NOT NULL,
    amount_minor BIGINT  NOT NULL,
    CONSTRAINT control_balance_once UNIQUE NULLS NOT DISTINCT (account, rail, currency)
);

CREATE TABLE view.closed_month (
    month     CHAR(7)     PRIMARY KEY,
    begins_at TIMESTAMPTZ NOT NULL,
    ends_at   TIMESTAMPTZ NOT NULL,
    position  BIGINT      NOT NULL
);

CREATE FUNCTION view.journal_line_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    off TEXT;
BEGIN
    SELECT string_agg(format('%s %s', difference, currency), ', ') INTO off
      FROM (SELECT currency, sum(amount_minor) AS difference
              FROM view.journal_line WHERE entry = NEW.entry
             GROUP BY currency HAVING sum(amount_minor) <> 0) AS sums;
    IF off IS NOT NULL THEN
        RAISE EXCEPTION 'journal entry % does not balance: %', NEW.entry, off USING ERRCODE = 'DB001';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER journal_line_must_balance
    AFTER INSERT OR UPDATE ON view.journal_line
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION view.journal_line_balances();

-- The books are only ever added to; a replay empties them whole.
REVOKE UPDATE, DELETE ON view.journal_entry, view.journal_line FROM daybook_app;
