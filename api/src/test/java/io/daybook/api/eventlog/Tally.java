package io.daybook.api.eventlog;

import io.daybook.kernel.Decision;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Feature;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.Policy;
import io.daybook.kernel.Projection;
import io.daybook.kernel.ProjectionTable;
import io.daybook.kernel.ReadModel;
import io.daybook.kernel.Recorded;
import io.daybook.kernel.Rejection;
import io.daybook.shell.Shell;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The smallest feature there is: a tally that counts up to a limit, and back. */
final class Tally {
    static final int LIMIT = 100;

    private Tally() {}

    record Count(String streamId, int by) implements DomainCommand {}

    sealed interface TallyEvent extends DomainEvent {
        record Counted(String tally, int by, int total, Instant occurredAt) implements TallyEvent {
            @Override
            public String streamId() {
                return tally;
            }

            @Override
            public @Nullable PersonId person() {
                return new PersonId("person-of-" + tally);
            }
        }
    }

    record LimitReached(String code, String message) implements Rejection {}

    static Decision<TallyEvent> decide(int total, Count command) {
        if (total + command.by() > LIMIT)
            return Decision.reject(new LimitReached("limit-reached", "at most " + LIMIT + " can be counted"));
        if (command.by() == 0) return Decision.accept();
        if (command.by() < 0) return Decision.accept(List.of(counted(command.streamId(), command.by(), total)));
        return Decision.accept(LongStream.range(0, command.by())
                .mapToObj(i -> counted(command.streamId(), 1, total + (int) i))
                .toList());
    }

    private static TallyEvent counted(String tally, int by, int before) {
        return new TallyEvent.Counted(tally, by, before + by, Instant.parse("2026-01-01T00:00:00Z"));
    }

    static class TallyAggregate {
        @AggregateIdentifier
        private @Nullable String id;

        private int total;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        Decision<TallyEvent> handle(Count command) {
            return Shell.carryOut(decide(total, command));
        }

        @EventSourcingHandler
        void on(TallyEvent event) {
            id = event.streamId();
            total += ((TallyEvent.Counted) event).by();
        }
    }

    /** Every count of an even tally is repeated on its odd twin. */
    static final Policy TWIN = new Policy() {
        @Override
        public String name() {
            return "twin";
        }

        @Override
        public List<Order> react(Recorded recorded) {
            return recorded.event() instanceof TallyEvent.Counted counted
                            && counted.tally().startsWith("tally-even")
                    ? List.of(Order.of(new Count(counted.tally().replace("even", "odd"), 1)))
                    : List.of();
        }
    };

    static final Projection<Map<String, Integer>> TOTALS = new Projection<>() {
        @Override
        public String name() {
            return "tally-totals";
        }

        @Override
        public Map<String, Integer> fold(List<Recorded> facts) {
            Map<String, Integer> sums = new HashMap<>();
            for (Recorded fact : facts)
                if (fact.event() instanceof TallyEvent.Counted counted)
                    sums.merge(counted.tally(), counted.by(), Integer::sum);
            return sums;
        }
    };

    static final ProjectionTable<Map<String, Integer>> TABLE = new ProjectionTable<>() {
        @Override
        public Set<String> tables() {
            return Set.of("tally_total");
        }

        @Override
        public void write(Connection connection, Map<String, Integer> sums) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO view.tally_total (tally, total) VALUES (?, ?)
                    ON CONFLICT (tally) DO UPDATE SET total = tally_total.total + excluded.total
                    """)) {
                for (Map.Entry<String, Integer> sum : sums.entrySet()) {
                    statement.setString(1, sum.getKey());
                    statement.setInt(2, sum.getValue());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    };

    static final Feature FEATURE =
            new Feature(List.of(TallyAggregate.class), List.of(new ReadModel<>(TOTALS, TABLE)), List.of(TWIN));
    static final EventTypes TYPES = EventTypes.of(List.of(TallyEvent.class));
}
