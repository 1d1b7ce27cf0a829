package io.daybook.api.wiring;

import io.daybook.account.AccountModule;
import io.daybook.api.eventlog.EventLog;
import io.daybook.api.eventlog.LoggedRows;
import io.daybook.engagement.EngagementViews;
import io.daybook.explain.Explainer;
import io.daybook.explain.Sources;
import io.daybook.journal.JournalModule;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.timesheet.TimesheetViews;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What made an amount. */
@Configuration(proxyBeanMethods = false)
class ExplainConfiguration {
    @Bean
    Explainer explainer(
            DataSource database,
            EventLog log,
            TimesheetViews time,
            EngagementViews engagements,
            PayoutBatchViews batches) {
        return new Explainer(new Sources(
                AccountModule.edges(database),
                JournalModule.edges(database),
                time,
                engagements,
                batches,
                new LoggedRows(database, log.reader())));
    }
}
