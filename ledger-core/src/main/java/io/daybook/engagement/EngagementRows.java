package io.daybook.engagement;

import io.daybook.engagement.EngagementEvent.EngagementStarted;
import io.daybook.engagement.EngagementEvent.RateAgreed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run of facts leaves of each engagement: the last value wins. */
final class EngagementRows {
    final Map<EngagementId, EngagementStarted> started = new LinkedHashMap<>();
    final List<RateAgreed> rates = new ArrayList<>();
    final Map<EngagementId, Optional<Long>> caps = new LinkedHashMap<>();
    final Map<EngagementId, Overlap> overlaps = new LinkedHashMap<>();
    final Map<EngagementId, LocalDate> lastDays = new LinkedHashMap<>();
}
