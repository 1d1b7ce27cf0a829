package io.daybook.timesheet;

import io.daybook.engagement.EngagementEvent.RateAgreed;
import io.daybook.kernel.Projection;
import io.daybook.kernel.Recorded;
import io.daybook.timesheet.TimeHands.Hand;
import io.daybook.timesheet.TimesheetEvent.TimeEntryRecorded;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who had a hand in what time comes to, before anybody approved it. */
final class TimeHands implements Projection<Set<Hand>> {
    /** @param stream of a timesheet, or of an engagement whose rate it was */
    record Hand(String stream, String subject) {}

    @Override
    public String name() {
        return "hands";
    }

    @Override
    public Set<Hand> fold(List<Recorded> facts) {
        Set<Hand> hands = new LinkedHashSet<>();
        for (Recorded fact : facts)
            if (fact.event() instanceof TimeEntryRecorded || fact.event() instanceof RateAgreed)
                hands.add(new Hand(fact.stream(), fact.actor()));
        return hands;
    }
}
