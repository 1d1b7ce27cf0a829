package io.daybook.account;

import io.daybook.kernel.Policy;
import io.daybook.kernel.Recorded;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import java.util.List;

/** Approved time is owed. The approval is the source of the entry, so a repeat posts nothing new. */
record WhenTimesheetApprovedPostEarnings(GrossPay pay) implements Policy {
    @Override
    public String name() {
        return "post-earnings";
    }

    @Override
    public List<Order> react(Recorded recorded) {
        return recorded.event() instanceof TimesheetApproved approved
                ? pay.of(approved).stream()
                        .map(posting -> new Order(posting, posting.month().id()))
                        .toList()
                : List.of();
    }
}
