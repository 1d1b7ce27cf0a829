package io.daybook.api.wiring;

import io.daybook.account.AccountModule;
import io.daybook.account.AccountViews;
import io.daybook.api.boot.DaybookProperties;
import io.daybook.journal.JournalModule;
import io.daybook.journal.JournalViews;
import io.daybook.kernel.Feature;
import io.daybook.period.PeriodModule;
import io.daybook.period.PeriodViews;
import io.daybook.statement.StatementModule;
import io.daybook.statement.StatementViews;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is owed, and the books that say so. */
@Configuration(proxyBeanMethods = false)
class MoneyConfiguration {
    @Bean
    Feature accounts(DaybookProperties daybook) {
        return AccountModule.feature(daybook.reviewWindow());
    }

    @Bean
    AccountViews accountViews(DataSource database) {
        return AccountModule.views(database);
    }

    @Bean
    Feature journal(DaybookProperties daybook) {
        return JournalModule.feature(daybook.timeZone());
    }

    @Bean
    JournalViews journalViews(DataSource database) {
        return JournalModule.views(database);
    }

    @Bean
    Feature periods() {
        return PeriodModule.feature();
    }

    @Bean
    PeriodViews periodViews(DataSource database) {
        return PeriodModule.views(database);
    }

    @Bean
    Feature statements() {
        return StatementModule.feature();
    }

    @Bean
    StatementViews statementViews(DataSource database) {
        return StatementModule.views(database);
    }
}
