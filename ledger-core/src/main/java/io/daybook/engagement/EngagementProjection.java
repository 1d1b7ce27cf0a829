package io.daybook.engagement;

import io.daybook.engagement.EngagementEvent.EngagementEnded;
import io.daybook.engagement.EngagementEvent.EngagementStarted;
import io.daybook.engagement.EngagementEvent.OverlapRuleChanged;
import io.daybook.engagement.EngagementEvent.RateAgreed;
import io.daybook.engagement.EngagementEvent.WeeklyCapChanged;
import io.daybook.kernel.Projection;
import io.daybook.kernel.Recorded;
import java.util.List;
import java.util.Optional;

/** Engagements with the rates ever agreed for them. */
final class EngagementProjection implements Projection<EngagementRows> {
    @Override
    public String name() {
        return "engagements";
    }

    @Override
    public EngagementRows fold(List<Recorded> facts) {
        EngagementRows rows = new EngagementRows();
        for (Recorded fact : facts) if (fact.event() instanceof EngagementEvent event) add(rows, event);
        return rows;
    }

    private static void add(EngagementRows rows, EngagementEvent event) {
        switch (event) {
            case EngagementStarted e -> rows.started.put(e.engagement(), e);
            case RateAgreed e -> rows.rates.add(e);
            case WeeklyCapChanged e -> rows.caps.put(e.engagement(), Optional.ofNullable(e.weeklyCapSeconds()));
            case OverlapRuleChanged e -> rows.overlaps.put(e.engagement(), e.overlap());
            case EngagementEnded e -> rows.lastDays.put(e.engagement(), e.lastDay());
        }
    }
}
