package io.daybook.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.api.eventlog.Tally.Count;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Recorded;
import io.daybook.kernel.Subject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.NoOpCloseHandler;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One writer is slow, another one's clock is a minute behind: with Axon's store a follower never hears of the first. */
@Timeout(120)
class LostEventTest extends TallyViews {
    private static final Duration BEHIND = Duration.ofSeconds(65);

    @Test
    void axons_store_loses_a_committed_event_for_its_followers() throws SQLException {
        try (Connection slow = database.owner().getConnection();
                Connection fast = database.owner().getConnection()) {
            PostgresEventTableFactory.INSTANCE
                    .createDomainEventTable(fast, new EventSchema())
                    .execute();
            slow.setAutoCommit(false);
            store(slow).appendEvents(message("slow"));
            write(fast, "fast", Clock.offset(Clock.systemUTC(), BEHIND.negated()));
            List<? extends TrackedEventMessage<?>> first = read(fast, null);
            slow.commit();
            assertThat(first)
                    .extracting(event -> ((DomainEventMessage<?>) event).getAggregateIdentifier())
                    .containsExactly("fast");
            assertThat(read(fast, first.getLast()))
                    .as("the slow one's, committed since")
                    .isEmpty();
            assertThat(read(fast, null)).as("read from the beginning").hasSize(2);
        }
    }

    @Test
    void ours_shows_nothing_behind_a_writer_who_has_not_committed_whatever_anybodys_clock_says() throws Exception {
        try (Connection slow = database.application().getConnection();
                EventLog late = nodeBehind();
                ExecutorService callers = Executors.newSingleThreadExecutor()) {
            slow.setAutoCommit(false);
            LogTable.append(slow, Instant.now(), List.of(unit("tally-slow")));
            Future<Outcome> fast = callers.submit(() -> late.commands()
                    .send(new Count("tally-fast", 1), Cause.of(new CommandId("fast"), new Subject("tester"))));
            awaitLockWaiter();
            assertThat(facts(0)).as("while the slow one has not committed").isEmpty();
            slow.commit();
            assertThat(fast.get()).isInstanceOf(Outcome.Done.class);
        }
        assertThat(facts(0)).extracting(Recorded::stream).containsExactly("tally-slow", "tally-fast");
        assertThat(facts(0)).extracting(Recorded::recordedAt).isSorted();
    }

    @Test
    void what_was_rolled_back_leaves_numbers_that_nobody_waits_for() throws Exception {
        Projector projector = projector(MODEL);
        projector.begin();
        try (Connection connection = database.application().getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 3_000; i++) {
                LogTable.append(connection, Instant.now(), List.of(unit("tally-never")));
                connection.rollback();
                if (i % 300 == 0) {
                    count("tally-1", 1, "c" + i);
                    drain(projector);
                }
            }
        }
        drain(projector);
        assertThat(totals()).isEqualTo(Map.of("tally-1", 10));
        assertThat(facts(0).getLast().position()).isGreaterThan(2_700);
    }

    private EventLog nodeBehind() {
        InstantSource behind = () -> Instant.now().minus(BEHIND);
        return EventLog.open(database.application(), behind, List.of(Tally.FEATURE), Tally.TYPES);
    }

    private static AppendUnit unit(String tally) {
        Tally.TallyEvent event = new Tally.TallyEvent.Counted(tally, 1, 1, Instant.parse("2026-01-01T00:00:00Z"));
        byte[] metadata = "{\"actor\":\"tester\",\"command\":\"slow\"}".getBytes(StandardCharsets.UTF_8);
        EventRow row = new EventRow(
                TimeOrderedIds.next(),
                tally,
                "tally",
                0,
                "Counted",
                (short) 1,
                new EventJson(Tally.TYPES).write(event),
                metadata,
                null);
        return AppendUnit.of(List.of(row), new CommandRow("slow", TimeOrderedIds.next(), tally, null), List.of());
    }

    private void awaitLockWaiter() throws SQLException {
        while (waiters() == 0) Thread.onSpinWait();
    }

    private long waiters() throws SQLException {
        try (Connection connection = database.owner().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = "
                                + "(SELECT oid FROM pg_database WHERE datname = current_database())")) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<Recorded> facts(long after) throws SQLException {
        try (Connection connection = database.application().getConnection()) {
            return log.reader().after(connection, after, 1000);
        }
    }

    private static JdbcEventStorageEngine store(Connection connection) {
        JacksonSerializer json =
                JacksonSerializer.builder().objectMapper(new ObjectMapper()).build();
        return JdbcEventStorageEngine.builder()
                .connectionProvider(() -> ConnectionWrapperFactory.wrap(connection, new NoOpCloseHandler()))
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .build();
    }

    private static GenericDomainEventMessage<String> message(String aggregate) {
        return new GenericDomainEventMessage<>("Tally", aggregate, 0, "counted");
    }

    private static void write(Connection connection, String aggregate, Clock clock) {
        Clock before = GenericEventMessage.clock;
        GenericEventMessage.clock = clock;
        try {
            store(connection).appendEvents(message(aggregate));
        } finally {
            GenericEventMessage.clock = before;
        }
    }

    private static List<? extends TrackedEventMessage<?>> read(
            Connection connection, @Nullable TrackedEventMessage<?> after) {
        return store(connection)
                .readEvents(after == null ? null : after.trackingToken(), false)
                .toList();
    }
}
