package io.daybook.api.wiring;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.eventlog.Consequences;
import io.daybook.api.eventlog.DeadLetters;
import io.daybook.api.eventlog.EventLog;
import io.daybook.api.eventlog.Follower;
import io.daybook.api.eventlog.FollowersHealth;
import io.daybook.api.eventlog.PolicyRunner;
import io.daybook.api.eventlog.Projector;
import io.daybook.api.eventlog.Replay;
import io.daybook.api.eventlog.ViewsHealth;
import io.daybook.api.eventlog.ViewsMeters;
import io.daybook.api.postgres.Migrations;
import io.daybook.calendar.PayCalendar;
import io.daybook.kernel.Commands;
import io.daybook.kernel.Feature;
import io.daybook.kernel.Policy;
import io.daybook.kernel.ReadModel;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger: the log, what is projected from it, and what reacts to it. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
    @Bean
    PayCalendar payCalendar(DaybookProperties daybook) {
        return PayCalendar.mondays(daybook.timeZone());
    }

    @Bean
    EventLog eventLog(DataSource database, InstantSource clock, ObjectProvider<Feature> features) {
        return EventLog.open(database, clock, features.stream().toList(), StoredEvents.types());
    }

    @Bean
    Commands commands(EventLog log) {
        return log.commands();
    }

    @Bean
    Projector projector(DataSource database, EventLog log, ObjectProvider<Feature> features) throws SQLException {
        List<ReadModel<?>> models = features.stream()
                .<ReadModel<?>>flatMap(feature -> feature.readModels().stream())
                .toList();
        Projector projector = new Projector(database, log.reader(), models);
        projector.begin();
        return projector;
    }

    @Bean
    Follower projections(EventLog log, Projector projector) {
        return new Follower("projections", log.head(), projector.projected(), projector::step);
    }

    @Bean
    ExecutorService policyWorkers() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    PolicyRunner policyRunner(
            DataSource database, EventLog log, ObjectProvider<Feature> features, ExecutorService policyWorkers) {
        List<Policy> policies = features.stream()
                .flatMap(feature -> feature.policies().stream())
                .toList();
        return new PolicyRunner(database, log.reader(), policies, log.commands(), policyWorkers);
    }

    @Bean
    Consequences consequences(DataSource database, PolicyRunner policyRunner, Projector projector) {
        return new Consequences(database, policyRunner, projector);
    }

    @Bean
    Follower policies(EventLog log, PolicyRunner policyRunner) {
        return new Follower("policies", log.head(), policyRunner.reacted(), policyRunner::step);
    }

    @Bean
    Replay replay(DataSource database, Projector projector, Migrations migrations) {
        return new Replay(database, projector, migrations::runViews, migrations.viewsBeside());
    }

    @Bean
    DeadLetters deadLetters(DataSource database, EventLog log, Projector projector) {
        return new DeadLetters(database, log.reader(), projector);
    }

    @Bean
    ViewsHealth views(DeadLetters deadLetters) {
        return new ViewsHealth(deadLetters);
    }

    @Bean
    ViewsMeters viewsMeters(DataSource database, Projector projector, DeadLetters deadLetters) {
        return new ViewsMeters(database, projector, deadLetters);
    }

    @Bean
    FollowersHealth followers(ObjectProvider<Follower> followers) {
        return new FollowersHealth(() -> followers.stream().toList());
    }
}
