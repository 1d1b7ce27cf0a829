package io.daybook.timesheet;

import io.daybook.engagement.EngagementEvent.RateAgreed;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Projection;
import io.daybook.kernel.Recorded;
import io.daybook.timesheet.TimeHands.Hand;
import io.daybook.timesheet.TimesheetEvent.TimeEntryRecorded;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who had a hand in what time comes to, before anybody approved it, or raised it afterwards. */
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
        for (Recorded fact : facts) if (leavesAHand(fact.event())) hands.add(new Hand(fact.stream(), fact.actor()));
        return hands;
    }

    private static boolean leavesAHand(DomainEvent event) {
        return switch (event) {
            case TimeEntryRecorded e -> true;
            case RateAgreed e -> true;
            case TimesheetCorrected e ->
                e.lines().stream().anyMatch(line -> line.difference().isPositive());
            default -> false;
        };
    }
}
