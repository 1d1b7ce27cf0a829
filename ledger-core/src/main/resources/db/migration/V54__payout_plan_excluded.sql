-- Whom a batch left out when it was frozen, and why: no replay can tell, as it depends on the moment.
CREATE TABLE daybook.payout_plan_excluded (
    batch      TEXT NOT NULL REFERENCES daybook.payout_plan (batch),
    contractor TEXT NOT NULL,
    reasons    TEXT NOT NULL CHECK (reasons <> ''),
    PRIMARY KEY (batch, contractor)
);

GRANT SELECT ON daybook.payout_plan_excluded TO daybook_auditor;
