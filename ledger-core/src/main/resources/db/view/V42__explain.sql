-- Which fact moved how much of an account entry from where to where: what an entry has left is what these leave of it.
CREATE TABLE view.account_entry_use (
    entry        TEXT   NOT NULL,
    position     BIGINT NOT NULL,
    source       TEXT   NOT NULL,
    target       TEXT   NOT NULL,
    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
    PRIMARY KEY (entry, position, source, target),
    CONSTRAINT account_entry_use_moves CHECK (
        source IN ('PENDING', 'AVAILABLE', 'HELD', 'IN_PAYOUTS')
        AND target IN ('AVAILABLE', 'HELD', 'IN_PAYOUTS', 'USED') AND source <> target)
);

-- Where in the log an adjustment was made, which may be long after it was first heard of.
ALTER TABLE view.adjustment ADD COLUMN posted_position BIGINT;

-- A correction down makes no entry of its own: the books alone know it by its id.
CREATE INDEX journal_entry_by_account_entry ON view.journal_entry (account_entry, entry) WHERE account_entry IS NOT NULL;
