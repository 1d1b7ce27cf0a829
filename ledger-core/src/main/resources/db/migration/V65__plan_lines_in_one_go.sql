-- The lines of a plan are written in the transaction that writes the plan, and by nothing else: to look each of them up again was
-- a good part of what keeping them cost.
ALTER TABLE daybook.payout_plan_line DROP CONSTRAINT payout_plan_line_batch_fkey;
