-- Adjustments are listed in the order they were first heard of.
CREATE UNIQUE INDEX adjustment_by_position ON view.adjustment (position);
