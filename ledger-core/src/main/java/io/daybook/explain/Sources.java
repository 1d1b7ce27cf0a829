package io.daybook.explain;

import io.daybook.account.AccountEdgeViews;
import io.daybook.engagement.EngagementViews;
import io.daybook.journal.JournalEdgeViews;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.timesheet.TimesheetViews;

/** Where the rows of an explanation come from: the views of each feature, and the log. */
public record Sources(
        AccountEdgeViews accounts,
        JournalEdgeViews journal,
        TimesheetViews time,
        EngagementViews engagements,
        PayoutBatchViews batches,
        LogViews log) {}
