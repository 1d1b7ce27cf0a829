package io.daybook.api.imports;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.vault.SecretTable;
import io.daybook.api.webhooks.ImportNews;
import io.daybook.calendar.PayCalendar;
import io.daybook.contractor.ContractorViews;
import io.daybook.engagement.EngagementViews;
import io.daybook.kernel.Commands;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.timesheet.overlap.WorkedIntervals;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Imports as the running program has them. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
    private static final int ORDERS_AT_ONCE = 32;

    @Bean
    ImportStore importStore(DataSource database, SecretTable secrets, InstantSource clock) {
        return new ImportStore(database, new UploadSeal(secrets), new ImportNews(database, clock));
    }

    @Bean
    Imports imports(ImportStore store, PersonVault vault, InstantSource clock) {
        return new Imports(store, vault, clock);
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService importWorkers() {
        return Executors.newFixedThreadPool(
                ORDERS_AT_ONCE, Thread.ofVirtual().name("import-", 0).factory());
    }

    @Bean
    ImportOperation importOperation(
            ImportStore store,
            Commands commands,
            ContractorViews contractors,
            EngagementViews engagements,
            ProjectionProgress views,
            PersonVault vault,
            PayCalendar calendar,
            WorkedIntervals worked,
            InstantSource clock,
            DaybookProperties daybook,
            @Qualifier("importWorkers") ExecutorService importWorkers) {
        ImportWiring wiring = new ImportWiring(
                commands,
                contractors,
                engagements,
                views,
                vault,
                calendar,
                worked,
                clock,
                daybook.destinationCooldown(),
                importWorkers);
        return new ImportOperation(store, wiring.job(store));
    }
}
