-- Objects at a provider that carry our reference and that our log had never meant, taken in one by one by a person.
-- OF_PAYOUT: the payout's own facts tell what it moved. STRAY: nothing of ours explains it, and it is posted nowhere.
CREATE TABLE view.provider_object (
    rail         TEXT        NOT NULL,
    object       TEXT        NOT NULL,
    payout       TEXT        NOT NULL,
    kind         TEXT        NOT NULL CHECK (kind IN ('TRANSFER', 'PAYOUT', 'REVERSAL')),
    taken_as     TEXT        NOT NULL CHECK (taken_as IN ('OF_PAYOUT', 'STRAY')),
    amount_minor BIGINT      NOT NULL,
    left_minor   BIGINT      NOT NULL,
    currency     CHAR(3)     NOT NULL,
    taken_at     TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (rail, object)
);

CREATE INDEX provider_object_stray ON view.provider_object (rail, currency, object) WHERE taken_as = 'STRAY';
