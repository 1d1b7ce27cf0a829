package io.daybook.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules about an engagement look at. @param terms null until it starts */
record EngagementState(@Nullable Terms terms, Overlap overlap) {
    static final EngagementState UNKNOWN = new EngagementState(null, Overlap.REFUSE);

    EngagementState capped(Terms now, @Nullable Long weeklyCapSeconds) {
        return new EngagementState(new Terms(now.currency(), weeklyCapSeconds, now.rates(), now.lastDay()), overlap);
    }

    EngagementState agreed(Terms now, RateVersion rate) {
        List<RateVersion> rates = new ArrayList<>(now.rates());
        rates.add(rate);
        return new EngagementState(new Terms(now.currency(), now.weeklyCapSeconds(), rates, now.lastDay()), overlap);
    }

    EngagementState ended(Terms now, LocalDate lastDay) {
        return new EngagementState(new Terms(now.currency(), now.weeklyCapSeconds(), now.rates(), lastDay), overlap);
    }
}
