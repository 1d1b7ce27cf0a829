package io.daybook.api.eventlog;

import io.daybook.kernel.Feature;
import io.daybook.shell.StreamTargets;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Axon, configured by hand and in one place: no auto-configuration, no serializer, no server, nothing that reports home.
 * The command bus has no transaction manager on purpose: a waiting order must not hold a pooled connection while the
 * appender needs one.
 */
final class AxonSetup {
    private AxonSetup() {}

    static Configuration start(List<Feature> features, EventStorageEngine storage, Cache states) {
        boolean withoutAutoDiscovery = false;
        Configurer configurer = DefaultConfigurer.defaultConfiguration(withoutAutoDiscovery)
                .configureCommandBus(axon -> commandBus())
                .configureEmbeddedEventStore(axon -> storage);
        features.stream()
                .flatMap(feature -> feature.aggregates().stream())
                .forEach(aggregate -> configurer.configureAggregate(cached(aggregate, states)));
        return configurer.start();
    }

    private static CommandBus commandBus() {
        CommandBus bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(CommandInHand::handle);
        return bus;
    }

    private static <A> AggregateConfigurer<A> cached(Class<A> aggregate, Cache states) {
        return AggregateConfigurer.defaultConfiguration(aggregate)
                .configureCommandTargetResolver(axon -> new StreamTargets())
                .configureCache(axon -> states);
    }
}
