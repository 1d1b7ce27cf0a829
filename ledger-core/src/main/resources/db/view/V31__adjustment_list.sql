-- Adjustments are listed in the order they were first heard of, and nobody approves their own (invariant 8).
CREATE UNIQUE INDEX adjustment_by_position ON view.adjustment (position);

ALTER TABLE view.adjustment ADD CONSTRAINT adjustment_second_person CHECK (approver <> maker);
