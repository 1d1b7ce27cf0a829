-- The ten invariants (docs/invariants.md), as far as a row, a key or one transaction can keep them. What spans whole
-- tables (sub-ledgers against their control account, every date, every replay) is checked by GET /ledger/integrity.
-- One transaction brings a run of facts, its rows in any order: what looks at several of them looks at its end.

-- 1: an entry balances (DB001, which is said before all else), and a line belongs to an entry.
-- 2: what belongs to a contractor names them, and what does not names nobody; so sub-ledgers miss nothing.
CREATE OR REPLACE FUNCTION view.journal_line_balances() RETURNS trigger LANGUAGE plpgsql AS $$
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
    IF NOT EXISTS (SELECT 1 FROM view.journal_entry e WHERE e.entry = NEW.entry) THEN
        RAISE EXCEPTION 'journal_line_of_an_entry: there is no entry %', NEW.entry USING ERRCODE = 'DB002';
    END IF;
    IF NEW.account NOT IN (
            1000, 1010, 1011, 1020, 1021, 1100, 1110, 2000, 2001, 2002, 2003, 2030, 2040, 2050, 2060, 3000,
            5000, 5010, 5020, 5030, 5100, 5110, 5200, 5300) THEN
        RAISE EXCEPTION 'journal_line_of_the_chart: there is no account %', NEW.account USING ERRCODE = 'DB002';
    END IF;
    IF (NEW.contractor IS NOT NULL)
       <> (NEW.account IN (1020, 1021, 1100, 1110) OR NEW.account BETWEEN 2000 AND 2999) THEN
        RAISE EXCEPTION 'journal_line_names_whose_it_is: line % of %', NEW.line, NEW.entry USING ERRCODE = 'DB002';
    END IF;
    IF (NEW.rail IS NOT NULL) <> (NEW.account IN (1010, 1011, 1020, 1021))
       OR (NEW.place IS NOT NULL) <> (NEW.account = 1020) THEN
        RAISE EXCEPTION 'journal_line_names_the_rail: line % of %', NEW.line, NEW.entry USING ERRCODE = 'DB002';
    END IF;
    RETURN NULL;
END
$$;
ALTER TABLE view.account_balance
    ADD CONSTRAINT account_balance_names_whose_it_is CHECK (
        (contractor IS NOT NULL) = (account IN (1020, 1021, 1100, 1110) OR account BETWEEN 2000 AND 2999));

-- 3: no contractor's balance is below zero on its side. A CHECK would judge the change, not the sum: ON CONFLICT
-- offers the change as a row first.
CREATE FUNCTION view.account_balance_is_not_negative() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM view.account_balance b
                WHERE b.contractor = NEW.contractor AND b.account = NEW.account AND b.currency = NEW.currency
                  AND b.rail IS NOT DISTINCT FROM NEW.rail
                  AND CASE WHEN b.account < 2000 THEN b.amount_minor < 0 ELSE b.amount_minor > 0 END) THEN
        RAISE EXCEPTION '% of % is below zero', NEW.account, NEW.contractor USING ERRCODE = 'DB003';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER account_balance_must_not_be_negative
    AFTER INSERT OR UPDATE ON view.account_balance
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW
    WHEN (NEW.contractor IS NOT NULL
          AND CASE WHEN NEW.account < 2000 THEN NEW.amount_minor < 0 ELSE NEW.amount_minor > 0 END)
    EXECUTE FUNCTION view.account_balance_is_not_negative();

-- 4: the live parts of an entry come to what it has in payouts, which never exceeds it (account_entry_is_settled_once).
-- A closed payout's parts are given back; what was taken when it was found late is beside them.
ALTER TABLE view.payout_part
    ADD COLUMN late BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN given_back BOOLEAN NOT NULL DEFAULT FALSE,
    DROP CONSTRAINT payout_part_pkey,
    ADD PRIMARY KEY (payout, entry, late);
UPDATE view.payout_part p SET given_back = TRUE FROM view.payout o WHERE o.payout = p.payout AND o.status = 'CLOSED';
ALTER TABLE view.payout_part
    ADD CONSTRAINT payout_part_of_an_entry FOREIGN KEY (entry) REFERENCES view.account_entry (entry)
        DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT payout_part_of_a_payout FOREIGN KEY (payout) REFERENCES view.payout (payout)
        DEFERRABLE INITIALLY DEFERRED;
CREATE FUNCTION view.payout_part_is_covered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM view.account_entry e
                WHERE e.entry = NEW.entry
                  AND e.in_payouts_minor < (SELECT sum(p.amount_minor) FROM view.payout_part p
                                             WHERE p.entry = NEW.entry AND NOT p.given_back)) THEN
        RAISE EXCEPTION 'payouts take more of % than it has', NEW.entry USING ERRCODE = 'DB004';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER payout_part_must_be_covered
    AFTER INSERT OR UPDATE ON view.payout_part
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW
    WHEN (NOT NEW.given_back)
    EXECUTE FUNCTION view.payout_part_is_covered();

-- 5: a payout is a line of its batch's frozen list, with that line's account, amount and destination; so is a dropped
-- one; and no line is both. Frozen lines are never changed.
ALTER TABLE view.payout_batch_line
    ADD COLUMN payout TEXT NOT NULL GENERATED ALWAYS AS ('payout-' || substr(batch, 7) || '-' || line) STORED,
    ADD COLUMN destination TEXT NOT NULL GENERATED ALWAYS AS (destination_key || ':' || destination_sealed) STORED;
ALTER TABLE view.payout_batch_line
    ADD CONSTRAINT payout_batch_line_as_paid
        UNIQUE (payout, account, amount_minor, destination_version, destination_index, destination),
    ADD CONSTRAINT payout_batch_line_as_dropped UNIQUE (payout, account, amount_minor);
ALTER TABLE view.payout
    ADD CONSTRAINT payout_of_its_batch CHECK (starts_with(payout, 'payout-' || substr(batch, 7) || '-')),
    ADD CONSTRAINT payout_is_a_frozen_line
        FOREIGN KEY (payout, account, amount_minor, destination_version, destination_index, destination)
        REFERENCES view.payout_batch_line
                   (payout, account, amount_minor, destination_version, destination_index, destination)
        DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE view.payout_dropped
    ADD CONSTRAINT payout_dropped_of_its_batch CHECK (starts_with(payout, 'payout-' || substr(batch, 7) || '-')),
    ADD CONSTRAINT payout_dropped_is_a_frozen_line
        FOREIGN KEY (payout, account, amount_minor) REFERENCES view.payout_batch_line (payout, account, amount_minor)
        DEFERRABLE INITIALLY DEFERRED;
CREATE FUNCTION view.payout_is_not_dropped() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM view.payout p JOIN view.payout_dropped d USING (payout) WHERE payout = NEW.payout) THEN
        RAISE EXCEPTION '% is a payout and dropped', NEW.payout USING ERRCODE = 'DB005';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER payout_must_not_be_dropped
    AFTER INSERT ON view.payout DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION view.payout_is_not_dropped();
CREATE CONSTRAINT TRIGGER payout_dropped_must_not_be_paid
    AFTER INSERT ON view.payout_dropped DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION view.payout_is_not_dropped();
REVOKE UPDATE, DELETE ON view.payout_batch_line, view.payout_dropped, view.payout_intent FROM daybook_app;

-- 6: an attempt's step is meant once; a payout is paid once; and it has one open attempt at most: what it has in 2030
-- is its own amount or nothing.
ALTER TABLE view.payout_intent ADD CONSTRAINT payout_intent_once UNIQUE (payout, step, attempt);
CREATE UNIQUE INDEX journal_entry_paid_once ON view.journal_entry (payout) WHERE source = 'PayoutPaid';
CREATE FUNCTION view.payout_has_one_open_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT -sum(l.amount_minor) > max(-l.amount_minor)
          FROM view.journal_entry e JOIN view.journal_line l ON l.entry = e.entry AND l.account = 2030
         WHERE e.payout = NEW.payout) THEN
        RAISE EXCEPTION '% has two open attempts', NEW.payout USING ERRCODE = 'DB006';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER payout_must_have_one_open_attempt
    AFTER INSERT ON view.journal_entry DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.source = 'PayoutSubmitted')
    EXECUTE FUNCTION view.payout_has_one_open_attempt();

-- 7: what a contractor has in flight is what their payouts without a definite answer come to.
CREATE INDEX payout_in_flight_of_contractor ON view.payout (contractor, currency)
    WHERE status IN ('SUBMITTING', 'UNKNOWN', 'ACCEPTED', 'IN_TRANSIT', 'PROVEN_ABSENT');
CREATE FUNCTION view.in_flight_is_explained() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    balance BIGINT;
    payouts BIGINT;
BEGIN
    SELECT coalesce(-sum(amount_minor), 0) INTO balance FROM view.account_balance
     WHERE contractor = NEW.contractor AND account = 2030 AND currency = NEW.currency;
    SELECT coalesce(sum(amount_minor), 0) INTO payouts FROM view.payout
     WHERE contractor = NEW.contractor AND currency = NEW.currency
       AND status IN ('SUBMITTING', 'UNKNOWN', 'ACCEPTED', 'IN_TRANSIT', 'PROVEN_ABSENT');
    IF balance <> payouts THEN
        RAISE EXCEPTION '2030 of % is %, payouts come to %', NEW.contractor, balance, payouts USING ERRCODE = 'DB007';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER in_flight_must_be_explained
    AFTER INSERT OR UPDATE ON view.account_balance DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.account = 2030)
    EXECUTE FUNCTION view.in_flight_is_explained();

-- 8: two people. A batch and a top-up say so in their own migrations.
ALTER TABLE view.adjustment ADD CONSTRAINT adjustment_second_person CHECK (approver <> maker);

-- 9: a closed month takes no entry that stands behind its closing in the log.
CREATE FUNCTION view.entry_is_dated_in_an_open_month() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong TEXT;
BEGIN
    SELECT format('entry %s is dated in %s, which is closed', e.entry, c.month) INTO wrong
      FROM added e JOIN view.closed_month c ON e.entry > c.position
       AND e.effective_at >= c.begins_at AND e.effective_at < c.ends_at
     LIMIT 1;
    IF wrong IS NOT NULL THEN RAISE EXCEPTION '%', wrong USING ERRCODE = 'DB009'; END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER journal_entry_must_be_in_an_open_month
    AFTER INSERT ON view.journal_entry REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION view.entry_is_dated_in_an_open_month();
CREATE FUNCTION view.closed_month_is_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM view.closed_month c JOIN view.journal_entry e ON e.entry > c.position
                  AND e.effective_at >= c.begins_at AND e.effective_at < c.ends_at
                WHERE c.month = NEW.month) THEN
        RAISE EXCEPTION 'entries are dated in %, which is closed', NEW.month USING ERRCODE = 'DB009';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER closed_month_must_be_closed
    AFTER INSERT OR UPDATE ON view.closed_month DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION view.closed_month_is_closed();
