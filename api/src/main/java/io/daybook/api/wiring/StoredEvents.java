package io.daybook.api.wiring;

import io.daybook.access.AccessEvent;
import io.daybook.access.key.ApiKeyEvent;
import io.daybook.account.AccountEvent;
import io.daybook.api.eventlog.EventTypes;
import io.daybook.contractor.ContractorEvent;
import io.daybook.engagement.EngagementEvent;
import io.daybook.funding.FundingEvent;
import io.daybook.funding.ProviderItemEvent;
import io.daybook.payout.BatchLinesEvent;
import io.daybook.payout.PayoutBatchEvent;
import io.daybook.period.PeriodEvent;
import io.daybook.statement.StatementEvent;
import io.daybook.timesheet.TimesheetEvent;
import java.util.List;

/** The one list of what may be stored in the log and read back from it. */
public final class StoredEvents {
    private StoredEvents() {}

    public static EventTypes types() {
        return EventTypes.of(List.of(
                ContractorEvent.class,
                EngagementEvent.class,
                TimesheetEvent.class,
                AccountEvent.class,
                PayoutBatchEvent.class,
                BatchLinesEvent.class,
                FundingEvent.class,
                ProviderItemEvent.class,
                PeriodEvent.class,
                AccessEvent.class,
                ApiKeyEvent.class,
                StatementEvent.class));
    }
}
