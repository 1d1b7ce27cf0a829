package io.daybook.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.daybook.bench.Load.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.json.JacksonSerializer;

/** Axon as its guide sets it up on JDBC: a transaction for each command, JSON by Jackson, a pool of twenty connections. */
final class StockAxon implements Operation, AutoCloseable {
    private static final int POOL = 20;

    private final HikariDataSource pool;
    private final Configuration axon;
    private final AtomicLong numbers = new AtomicLong();

    StockAxon(Ground ground) throws SQLException {
        createTables(ground);
        pool = ground.pool(POOL, "axon");
        ConnectionProvider connections = new UnitOfWorkAwareConnectionProviderWrapper(pool::getConnection);
        TransactionManager transactions = new JdbcTransactions(connections);
        JacksonSerializer json =
                JacksonSerializer.builder().objectMapper(new ObjectMapper()).build();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .build();
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> json)
                .configureCommandBus(c -> SimpleCommandBus.builder()
                        .transactionManager(transactions)
                        .build())
                .configureEmbeddedEventStore(c -> engine)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(StockAccount.class))
                .start();
    }

    private static void createTables(Ground ground) throws SQLException {
        ground.run("DROP SCHEMA IF EXISTS axon CASCADE", "CREATE SCHEMA axon", "GRANT USAGE ON SCHEMA axon TO PUBLIC");
        try (Connection connection = ground.connect()) {
            connection.setSchema("axon");
            EventSchema schema = new EventSchema();
            PostgresEventTableFactory.INSTANCE
                    .createDomainEventTable(connection, schema)
                    .execute();
            PostgresEventTableFactory.INSTANCE
                    .createSnapshotEventTable(connection, schema)
                    .execute();
        }
        ground.run(
                "GRANT ALL ON ALL TABLES IN SCHEMA axon TO PUBLIC",
                "GRANT ALL ON ALL SEQUENCES IN SCHEMA axon TO PUBLIC");
    }

    /** Two at once on one account are one conflict, which counts as done: it favours this side. */
    @Override
    public void run(int caller) {
        String account = "account-" + ThreadLocalRandom.current().nextInt(OrdersToDaybook.PEOPLE);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        axon.commandBus()
                .dispatch(
                        new GenericCommandMessage<>(StockAccount.Post.of(account, numbers.incrementAndGet())),
                        (message, result) -> {
                            if (result.isExceptional()) failure.set(result.exceptionResult());
                        });
        if (failure.get() != null && !(failure.get() instanceof ConcurrencyException))
            throw new IllegalStateException(failure.get());
    }

    @Override
    public void close() {
        axon.shutdown();
        pool.close();
    }
}
