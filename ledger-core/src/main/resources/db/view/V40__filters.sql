-- What lists are asked for is found by an index: adjustments of one contractor, timesheets by where they stand.
CREATE INDEX adjustment_by_contractor ON view.adjustment (left(account, -4), position);
CREATE INDEX timesheet_by_status ON view.timesheet (status, timesheet);
