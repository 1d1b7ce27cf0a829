-- A line bears the date of its entry, so that a balance of the past is one look into one index.
DROP TRIGGER journal_line_must_balance ON view.journal_line;
ALTER TABLE view.journal_line ADD COLUMN effective_at TIMESTAMPTZ;
UPDATE view.journal_line l SET effective_at = e.effective_at FROM view.journal_entry e WHERE e.entry = l.entry;
DROP INDEX view.journal_line_by_contractor;
CREATE INDEX journal_line_by_contractor ON view.journal_line (contractor, effective_at)
    INCLUDE (entry, account, currency, amount_minor) WHERE contractor IS NOT NULL;

-- Code of before may still be at work beside: a line without a date gets its entry's, and view.balance_before stays.
CREATE FUNCTION view.journal_line_dated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT e.effective_at INTO NEW.effective_at FROM view.journal_entry e WHERE e.entry = NEW.entry;
    RETURN NEW;
END
$$;
CREATE TRIGGER journal_line_is_dated
    BEFORE INSERT ON view.journal_line
    FOR EACH ROW WHEN (NEW.effective_at IS NULL) EXECUTE FUNCTION view.journal_line_dated();

-- What V30 asked line by line at the end of the transaction is asked of all lines of a statement at once. Of an entry that is
-- not right by then it is asked again at the end, where it is said what is wrong: its other lines may be still to come.
CREATE TABLE view.unfinished_entry (
    entry BIGINT PRIMARY KEY
);

DROP FUNCTION view.journal_line_balances();
CREATE FUNCTION view.journal_lines_are_right() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO view.unfinished_entry (entry)
    SELECT a.entry
      FROM (SELECT entry, min(effective_at) AS effective_at,
                   min(effective_at) = max(effective_at) AND count(effective_at) = count(*)
                   AND min(currency) = max(currency) AND sum(amount_minor) = 0
                   AND bool_and(account IN (
                            1000, 1010, 1011, 1020, 1021, 1100, 1110, 2000, 2001, 2002, 2003, 2030, 2040, 2050, 2060, 3000,
                            5000, 5010, 5020, 5030, 5100, 5110, 5200, 5300)
                        AND (contractor IS NOT NULL)
                            = (account IN (1020, 1021, 1100, 1110) OR account BETWEEN 2000 AND 2999)
                        AND (rail IS NOT NULL) = (account IN (1010, 1011, 1020, 1021))
                        AND (place IS NOT NULL) = (account = 1020)) AS is_right
              FROM added GROUP BY entry) AS a
      LEFT JOIN view.journal_entry e ON e.entry = a.entry
     WHERE a.is_right IS NOT TRUE OR e.effective_at IS NULL OR e.effective_at <> a.effective_at
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER journal_lines_must_be_right
    AFTER INSERT ON view.journal_line REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION view.journal_lines_are_right();
-- What is changed is asked again whole: the rest of its entry is not among what the statement touched.
CREATE FUNCTION view.changed_entries_are_right() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO view.unfinished_entry (entry) SELECT entry FROM removed UNION SELECT entry FROM added ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER journal_lines_must_stay_right
    AFTER UPDATE ON view.journal_line REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION view.changed_entries_are_right();

CREATE FUNCTION view.entry_is_finished() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    off TEXT;
    bad RECORD;
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
    FOR bad IN SELECT l.*, e.effective_at AS entry_effective_at
                 FROM view.journal_line l JOIN view.journal_entry e ON e.entry = l.entry
                WHERE l.entry = NEW.entry ORDER BY l.line LOOP
        IF bad.account NOT IN (
                1000, 1010, 1011, 1020, 1021, 1100, 1110, 2000, 2001, 2002, 2003, 2030, 2040, 2050, 2060, 3000,
                5000, 5010, 5020, 5030, 5100, 5110, 5200, 5300) THEN
            RAISE EXCEPTION 'journal_line_of_the_chart: there is no account %', bad.account USING ERRCODE = 'DB002';
        END IF;
        IF (bad.contractor IS NOT NULL)
           <> (bad.account IN (1020, 1021, 1100, 1110) OR bad.account BETWEEN 2000 AND 2999) THEN
            RAISE EXCEPTION 'journal_line_names_whose_it_is: line % of %', bad.line, NEW.entry USING ERRCODE = 'DB002';
        END IF;
        IF (bad.rail IS NOT NULL) <> (bad.account IN (1010, 1011, 1020, 1021))
           OR (bad.place IS NOT NULL) <> (bad.account = 1020) THEN
            RAISE EXCEPTION 'journal_line_names_the_rail: line % of %', bad.line, NEW.entry USING ERRCODE = 'DB002';
        END IF;
        IF bad.effective_at IS DISTINCT FROM bad.entry_effective_at THEN
            RAISE EXCEPTION 'journal_line_dated_as_its_entry: line % of %', bad.line, NEW.entry USING ERRCODE = 'DB002';
        END IF;
    END LOOP;
    DELETE FROM view.unfinished_entry WHERE entry = NEW.entry;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER entry_must_be_finished
    AFTER INSERT ON view.unfinished_entry
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION view.entry_is_finished();
