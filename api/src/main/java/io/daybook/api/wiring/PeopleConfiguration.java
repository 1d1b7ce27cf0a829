package io.daybook.api.wiring;

import io.daybook.contractor.ContractorModule;
import io.daybook.contractor.ContractorViews;
import io.daybook.engagement.EngagementModule;
import io.daybook.engagement.EngagementViews;
import io.daybook.kernel.Feature;
import io.daybook.timesheet.TimesheetModule;
import io.daybook.timesheet.TimesheetViews;
import io.daybook.timesheet.overlap.WorkedIntervals;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who works on what, and their time. */
@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {
    @Bean
    Feature contractorFeature() {
        return ContractorModule.feature();
    }

    @Bean
    ContractorViews contractorViews(DataSource database) {
        return ContractorModule.views(database);
    }

    @Bean
    Feature engagementFeature() {
        return EngagementModule.feature();
    }

    @Bean
    EngagementViews engagementViews(DataSource database) {
        return EngagementModule.views(database);
    }

    @Bean
    Feature timesheetFeature() {
        return TimesheetModule.feature();
    }

    @Bean
    TimesheetViews timesheetViews(DataSource database, EngagementViews engagements) {
        return TimesheetModule.views(database, engagements);
    }

    @Bean
    WorkedIntervals workedIntervals(DataSource database) {
        return WorkedIntervals.in(database);
    }
}
