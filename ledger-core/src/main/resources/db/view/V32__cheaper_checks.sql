-- The same checks as in V30, asked so that each is a few look-ups by key, whatever the planner thinks of tables that have
-- just begun to grow.

CREATE OR REPLACE FUNCTION view.payout_has_one_open_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT sum(open_minor) > max(open_minor)
          FROM (SELECT (SELECT -sum(l.amount_minor) FROM view.journal_line l
                         WHERE l.entry = e.entry AND l.account = 2030) AS open_minor
                  FROM view.journal_entry e WHERE e.payout = NEW.payout) AS entries) THEN
        RAISE EXCEPTION '% has two open attempts', NEW.payout USING ERRCODE = 'DB006';
    END IF;
    RETURN NULL;
END
$$;

-- An entry in one currency, as all are so far, needs no grouping.
CREATE OR REPLACE FUNCTION view.journal_line_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    off TEXT;
    has_entry BOOLEAN;
    is_plain BOOLEAN;
BEGIN
    SELECT min(currency) = max(currency) AND sum(amount_minor) = 0,
           EXISTS (SELECT 1 FROM view.journal_entry e WHERE e.entry = NEW.entry)
      INTO is_plain, has_entry
      FROM view.journal_line WHERE entry = NEW.entry;
    IF NOT is_plain THEN
        SELECT string_agg(format('%s %s', difference, currency), ', ') INTO off
          FROM (SELECT currency, sum(amount_minor) AS difference
                  FROM view.journal_line WHERE entry = NEW.entry
                 GROUP BY currency HAVING sum(amount_minor) <> 0) AS sums;
        IF off IS NOT NULL THEN
            RAISE EXCEPTION 'journal entry % does not balance: %', NEW.entry, off USING ERRCODE = 'DB001';
        END IF;
    END IF;
    IF NOT has_entry THEN
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
