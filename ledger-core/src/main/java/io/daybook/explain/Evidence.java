package io.daybook.explain;

import io.daybook.account.AccountEdgeViews.Moment;
import io.daybook.account.AccountEdgeViews.Part;
import io.daybook.account.AccountEdgeViews.Used;
import io.daybook.account.AccountEntryId;
import io.daybook.account.AdjustmentId;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutView;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.EngagementView;
import io.daybook.journal.JournalViews.Entry;
import io.daybook.kernel.Recorded;
import io.daybook.payout.BatchLine;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All rows that were found for one explanation, by what they are about. */
final class Evidence {
    final Map<Long, Recorded> log = new HashMap<>();
    final Map<Long, Entry> booked = new HashMap<>();
    final Map<String, List<Recorded>> streams = new HashMap<>();
    final Map<PayoutId, PayoutView> payouts = new HashMap<>();
    final Map<PayoutId, List<Part>> parts = new HashMap<>();
    final Map<PayoutId, List<Moment>> moments = new HashMap<>();
    final Map<PayoutId, Set<Long>> bookedOf = new HashMap<>();
    final Map<PayoutId, BatchLine> lines = new HashMap<>();
    final Map<AccountEntryId, Used> entries = new HashMap<>();
    final Map<AdjustmentId, Long> adjustments = new HashMap<>();
    final Map<TimeEntryId, TimesheetView.Entry> time = new HashMap<>();
    final Map<EngagementId, EngagementView> engagements = new HashMap<>();

    /** The payouts that were looked for: the tree is cut off at others. */
    final Set<PayoutId> asked = new HashSet<>();

    /** Where the fact stands that a line of the journal, or an entry's first mention there, comes from. */
    @Nullable
    Long root;
}
