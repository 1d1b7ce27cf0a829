package io.daybook.account;

import io.daybook.kernel.Policy;
import io.daybook.kernel.Recorded;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import java.util.List;

/** What a correction changed is owed too, or owed back. */
record WhenTimesheetCorrectedCorrectEarnings(GrossPay pay) implements Policy {
    @Override
    public String name() {
        return "correct-earnings";
    }

    @Override
    public List<Order> react(Recorded recorded) {
        return recorded.event() instanceof TimesheetCorrected corrected
                ? pay.of(corrected).stream()
                        .map(posting -> new Order(posting, posting.month().id()))
                        .toList()
                : List.of();
    }
}
