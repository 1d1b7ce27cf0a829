package io.daybook.api.webhooks;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.boot.ForOneCommand;
import io.daybook.api.eventlog.EventLog;
import io.daybook.api.eventlog.FollowersHealth;
import io.daybook.api.eventlog.LoggedFacts;
import io.daybook.api.eventlog.Relay;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.ReadModel;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Webhooks out, put together. A start for one command tells nobody anything. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {
    private static final long DEADLINE_MILLIS = 15_000;

    @Bean
    EndpointTable webhookEndpoints(DataSource database) {
        return new EndpointTable(database);
    }

    @Bean
    EndpointSecrets webhookSecrets(DataSource database, PersonVault vault) {
        return new EndpointSecrets(database, vault);
    }

    @Bean
    Names names() {
        return Names.ofTheMachine();
    }

    @Bean
    EndpointDesk endpointDesk(EndpointTable table, EndpointSecrets secrets, Names names, DaybookProperties daybook) {
        return new EndpointDesk(table, secrets, names, daybook);
    }

    @Bean
    DeliveryDesk deliveryDesk(DataSource database, EventLog log, InstantSource clock) {
        return new DeliveryDesk(new DeliveryTable(database), new LoggedFacts(database, log.reader()), clock);
    }

    @Bean
    WebhookReplay webhookReplay(EndpointTable endpoints, DeliveryDesk desk) {
        return new WebhookReplay(endpoints, desk);
    }

    @Bean("webhooksOut")
    WebhookMeters webhookMeters(DataSource database) {
        return new WebhookMeters(new DueTable(database));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = ForOneCommand.KEY, havingValue = false, matchIfMissing = true)
    static class AtWork {
        @Bean
        WebhookThreads webhookWork(
                DataSource database,
                EventLog log,
                EndpointTable endpoints,
                EndpointSecrets secrets,
                Names names,
                InstantSource clock,
                DaybookProperties daybook) {
            Relay relay = new Relay(database, log.reader(), new ReadModel<>(new Catalogue(), new OutboxTable(clock)));
            relay.begin();
            Sender sender = new Sender(names, DefaultClientTlsStrategy::createDefault, DEADLINE_MILLIS);
            Lanes lanes = new Lanes(
                    new DueTable(database),
                    endpoints,
                    secrets,
                    sender,
                    clock,
                    daybook.security().devTokens());
            return new WebhookThreads(log, relay, lanes, new DeliveryTable(database), clock);
        }

        /** Not part of readiness: requests are answered well while nobody outside is told. */
        @Bean
        FollowersHealth webhookThreads(WebhookThreads threads) {
            return new FollowersHealth(threads::all);
        }
    }
}
