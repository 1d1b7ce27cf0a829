package io.daybook.api.due;

import io.daybook.account.AccountViews;
import io.daybook.api.boot.ForOneCommand;
import io.daybook.api.eventlog.Follower;
import io.daybook.api.eventlog.PolicyRunner;
import io.daybook.contractor.ContractorViews;
import io.daybook.kernel.Commands;
import io.daybook.kernel.ProjectionProgress;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for due work once a second. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = ForOneCommand.KEY, havingValue = false, matchIfMissing = true)
class DueConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    Follower dueWork(
            AccountViews accounts,
            ContractorViews contractors,
            Commands commands,
            InstantSource clock,
            ProjectionProgress views,
            PolicyRunner policies) {
        DueWork due = new DueWork(
                accounts,
                contractors,
                commands,
                clock,
                () -> policies.reacted().await(views.projectedPosition(), PATIENCE) && views.awaitCaughtUp(PATIENCE));
        return Follower.every(Duration.ofSeconds(1), "due-work", due::step);
    }
}
