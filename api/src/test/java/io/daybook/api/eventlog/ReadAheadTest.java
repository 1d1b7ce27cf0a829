package io.daybook.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.eventlog.Tally.Count;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Subject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ReadAheadTest extends TallyViews {
    private final AtomicInteger prepared = new AtomicInteger();

    @Test
    void many_histories_are_read_by_one_query_and_not_one_by_one() throws Exception {
        List<String> tallies =
                IntStream.range(0, 200).mapToObj(i -> "tally-" + i).toList();
        for (String tally : tallies.subList(0, 100)) count(tally, 1, "before-" + tally);
        try (EventLog fresh = counting()) {
            fresh.commands().expect(tallies);
            int before = prepared.get();
            for (String tally : tallies) assertDone(fresh, tally, "after-" + tally);
            assertThat(prepared.get() - before).as("queries for histories").isZero();
        }
        Projector projector = begun();
        assertThat(totals()).containsEntry("tally-0", 2).containsEntry("tally-199", 1);
        assertThat(projector.projectedPosition()).isPositive();
    }

    @Test
    void what_somebody_wrote_since_is_counted_all_the_same() throws Exception {
        count("tally-1", 98, "a");
        try (EventLog fresh = counting()) {
            fresh.commands().expect(List.of("tally-1", "tally-2"));
            count("tally-1", 1, "b");
            assertDone(fresh, "tally-1", "c");
            assertThat(prepared.get())
                    .as("and one more, as the log had refused")
                    .isEqualTo(2);
        }
    }

    @Test
    void a_no_that_rests_on_what_is_no_longer_so_is_decided_again() throws Exception {
        count("tally-1", 100, "a");
        try (EventLog fresh = counting()) {
            fresh.commands().expect(List.of("tally-1", "tally-2"));
            count("tally-1", -1, "b");
            assertDone(fresh, "tally-1", "c");
        }
    }

    @Test
    void one_that_cannot_be_read_stops_its_own_orders_only() throws Exception {
        count("tally-1", 1, "a");
        count("tally-2", 1, "b");
        database.forge("UPDATE daybook.event_log SET type = 'Unheard' WHERE stream = 'tally-1'");
        try (EventLog fresh = counting()) {
            fresh.commands().expect(List.of("tally-1", "tally-2"));
            assertDone(fresh, "tally-2", "c");
            assertThatThrownBy(() -> assertDone(fresh, "tally-1", "d")).isInstanceOf(UnreadableEvent.class);
        }
    }

    private static void assertDone(EventLog log, String tally, String id) {
        Outcome outcome = log.commands().send(new Count(tally, 1), Cause.of(new CommandId(id), new Subject("tester")));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    /** One more node, whose queries for histories are counted. */
    private EventLog counting() {
        DataSource real = database.application();
        DataSource counted = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(real, arguments);
                    return answer instanceof Connection connection ? counted(connection) : answer;
                });
        return EventLog.open(counted, InstantSource.system(), List.of(Tally.FEATURE), Tally.TYPES);
    }

    private Connection counted(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            && String.valueOf(arguments[0]).contains("WHERE stream =")) prepared.incrementAndGet();
                    return method.invoke(real, arguments);
                });
    }
}
