package io.daybook.account;

import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.kernel.Policy;
import io.daybook.kernel.Recorded;
import io.daybook.timesheet.TimesheetCommand.LockTimesheet;
import java.util.List;

/** Time whose pay is on its way changes by linked correction only. */
record WhenPayoutReservedLockTimesheets() implements Policy {
    @Override
    public String name() {
        return "lock-timesheets";
    }

    @Override
    public List<Order> react(Recorded recorded) {
        return recorded.event() instanceof PayoutReserved reserved
                ? reserved.timesheets().stream()
                        .map(sheet -> Order.of(new LockTimesheet(sheet, reserved.occurredAt())))
                        .toList()
                : List.of();
    }
}
