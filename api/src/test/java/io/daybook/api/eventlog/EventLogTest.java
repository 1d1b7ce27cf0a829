package io.daybook.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.eventlog.Tally.Count;
import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Recorded;
import io.daybook.kernel.RiderTable;
import io.daybook.kernel.Subject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

class EventLogTest {
    private TestDatabase database;
    private EventLog log;

    @BeforeEach
    void open() {
        database = TestPostgres.freshDatabase();
        log = node();
    }

    @AfterEach
    void close() throws InterruptedException {
        log.close();
        database.close();
    }

    @Test
    void an_order_is_carried_out_and_its_events_are_numbered_without_a_gap() throws SQLException {
        assertThat(send("a", new Count("tally-1", 3))).isInstanceOf(Outcome.Done.class);
        assertThat(send("b", new Count("tally-1", 2))).isInstanceOf(Outcome.Done.class);
        assertThat(facts()).extracting(Recorded::seq).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(rows("SELECT person_seq FROM daybook.event_log ORDER BY position"))
                .containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void beside_each_event_stands_who_ordered_it_by_which_door_and_which_code_wrote_it() throws SQLException {
        send("a", new Count("tally-1", 1));
        assertThat(rows("SELECT convert_from(metadata, 'UTF8') FROM daybook.event_log"))
                .containsExactly("{\"actor\":\"tester\",\"command\":\"a\",\"origin\":\"request\",\"version\":\""
                        + CodeVersion.CURRENT + "\"}");
        assertThat(CodeVersion.CURRENT).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void a_repeated_command_id_answers_the_first_outcome_and_changes_nothing() throws SQLException {
        assertThat(send("same", new Count("tally-1", 3))).isEqualTo(new Outcome.Done(3, true));
        assertThat(send("same", new Count("tally-1", 3))).isEqualTo(new Outcome.Done(3, false));
        assertThat(facts()).hasSize(3);
    }

    @Test
    void a_refusal_is_the_first_outcome_too_even_when_the_rule_would_now_say_yes() throws SQLException {
        Outcome refused = send("too-much", new Count("tally-1", 101));
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        no -> assertThat(no.reason().code()).isEqualTo("limit-reached"));
        assertThat(send("too-much", new Count("tally-1", 1)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        no -> assertThat(no.reason().code()).isEqualTo("limit-reached"));
        assertThat(facts()).isEmpty();
    }

    @Test
    void an_order_that_never_gets_its_stream_says_so_and_may_be_given_again() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> send("a", new Count("tally-1", 1))).isInstanceOf(CannotAcquireLockException.class);
        assertThat(Thread.interrupted()).as("the caller may know, too").isTrue();
        assertThat(send("a", new Count("tally-1", 1))).isEqualTo(new Outcome.Done(1, true));
    }

    @Test
    void an_order_accepted_without_events_is_remembered_as_done() throws SQLException {
        assertThat(send("nothing", new Count("tally-1", 0))).isEqualTo(new Outcome.Done(0, false));
        assertThat(send("nothing", new Count("tally-1", 5))).isEqualTo(new Outcome.Done(0, false));
        assertThat(facts()).isEmpty();
    }

    @Test
    void what_was_answered_is_there_after_a_restart() throws Exception {
        assertThat(send("before", new Count("tally-1", 4))).isEqualTo(new Outcome.Done(4, true));
        log.close();
        log = node();
        assertThat(send("before", new Count("tally-1", 4))).isEqualTo(new Outcome.Done(4, false));
        send("after", new Count("tally-1", 1));
        assertThat(facts())
                .extracting(fact -> ((Tally.TallyEvent.Counted) fact.event()).total())
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void two_nodes_with_stale_memories_lose_no_count_and_number_no_event_twice() throws Exception {
        try (EventLog other = node();
                ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<Future<Outcome>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> callers.submit(() -> (i % 2 == 0 ? log : other)
                            .commands()
                            .send(
                                    new Count("tally-" + i % 3, 1),
                                    Cause.of(new CommandId("c" + i), new Subject("tester")))))
                    .toList();
            for (Future<Outcome> answer : answers) assertThat(answer.get()).isInstanceOf(Outcome.Done.class);
        }
        assertThat(facts()).hasSize(100);
        assertThat(rows("SELECT person || ':' || max(person_seq) FROM daybook.event_log GROUP BY person ORDER BY 1"))
                .containsExactly("person-of-tally-0:34", "person-of-tally-1:33", "person-of-tally-2:33");
    }

    @Test
    void a_log_that_was_put_back_under_a_running_node_is_decided_on_as_it_is() throws SQLException {
        send("1", new Count("tally-1", 3));
        send("2", new Count("tally-1", 2));
        database.forge("DELETE FROM daybook.event_log WHERE seq >= 3");
        assertThat(send("3", new Count("tally-1", 1))).isInstanceOf(Outcome.Done.class);
        assertThat(facts()).extracting(Recorded::seq).containsExactly(0L, 1L, 2L, 3L);
        assertThat(facts())
                .extracting(fact -> ((Tally.TallyEvent.Counted) fact.event()).total())
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_rule_never_says_no_from_a_stale_memory() throws Exception {
        try (EventLog other = node()) {
            send("1", new Count("tally-1", 100));
            assertThat(other.commands().send(new Count("tally-1", 1), cause("2")))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(other.commands().send(new Count("tally-2", 1), cause("3")))
                    .isInstanceOf(Outcome.Done.class);
            send("4", new Count("tally-2", 98));
            assertThat(other.commands().send(new Count("tally-2", 1), cause("5")))
                    .isInstanceOf(Outcome.Done.class);
            assertThat(other.commands().send(new Count("tally-2", 1), cause("6")))
                    .isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void a_no_from_a_stale_memory_is_thought_over() throws Exception {
        try (EventLog other = node()) {
            assertThat(other.commands().send(new Count("tally-1", 100), cause("1")))
                    .isInstanceOf(Outcome.Done.class);
            send("2", new Count("tally-1", -50));
            assertThat(other.commands().send(new Count("tally-1", 1), cause("3")))
                    .isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void a_rider_is_written_with_the_events_or_neither_is() throws SQLException {
        RiderTable one = connection -> insert(connection, "once");
        log.commands().send(new Count("tally-1", 1), cause("first"), List.of(one));
        assertThatThrownBy(() -> log.commands().send(new Count("tally-1", 1), cause("second"), List.of(one)))
                .isInstanceOfSatisfying(
                        AppendRefused.class,
                        refused -> assertThat(refused.constraint()).isEqualTo("projection_token_pkey"));
        assertThat(facts()).hasSize(1);
        assertThat(send("second", new Count("tally-1", 1))).isInstanceOf(Outcome.Done.class);
        assertThat(facts()).hasSize(2);
    }

    @Test
    void a_conflict_in_a_shared_flush_fails_its_own_order_only() throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
            List<Future<Outcome>> answers = IntStream.range(0, 64)
                    .mapToObj(i -> callers.submit(() -> log.commands()
                            .send(
                                    new Count("tally-" + i, 1),
                                    cause("c" + i),
                                    List.<io.daybook.kernel.Rider>of(
                                            (RiderTable) connection -> insert(connection, "only-one")))))
                    .toList();
            long refused = answers.stream().filter(EventLogTest::wasRefused).count();
            assertThat(refused).isEqualTo(63);
        }
        assertThat(facts()).hasSize(1);
    }

    @Test
    void recorded_time_never_runs_backwards_even_when_the_clock_does() throws Exception {
        send("1", new Count("tally-1", 1));
        try (EventLog behind = EventLog.open(
                database.application(),
                () -> InstantSource.system().instant().minusSeconds(65),
                List.of(Tally.FEATURE),
                Tally.TYPES)) {
            behind.commands().send(new Count("tally-2", 1), cause("2"));
        }
        assertThat(facts()).extracting(Recorded::recordedAt).isSorted();
    }

    @Test
    void the_application_may_neither_change_nor_remove_what_was_recorded() {
        send("1", new Count("tally-1", 1));
        for (String sql : List.of(
                "UPDATE daybook.event_log SET type = 'x'",
                "DELETE FROM daybook.event_log",
                "TRUNCATE daybook.event_log",
                "DELETE FROM daybook.command_log",
                "ALTER TABLE daybook.event_log DISABLE TRIGGER ALL"))
            assertThatThrownBy(() -> rows(sql)).as(sql).isInstanceOf(SQLException.class);
    }

    @Test
    void an_unknown_type_or_field_stops_with_its_position() throws SQLException {
        send("1", new Count("tally-1", 1));
        long position = facts().getLast().position();
        database.forge("UPDATE daybook.event_log SET payload = convert_to('{\"extra\":1}', 'UTF8')");
        assertThatThrownBy(this::facts)
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("position " + position);
        database.forge("UPDATE daybook.event_log SET type = 'NeverHeardOf'");
        assertThatThrownBy(this::facts).isInstanceOf(UnreadableEvent.class).hasMessageContaining("NeverHeardOf");
    }

    @Test
    void what_was_just_written_is_read_as_the_log_holds_it_now() throws SQLException {
        send("a", new Count("tally-1", 1));
        assertThat(facts()).hasSize(1);
        database.forge("UPDATE daybook.event_log SET payload = convert_to("
                + "replace(convert_from(payload, 'UTF8'), '\"by\":1', '\"by\":7'), 'UTF8')");
        assertThat(facts()).extracting(Recorded::event).extracting("by").containsExactly(7);
        database.forge("UPDATE daybook.event_log SET type = 'NeverHeardOf'");
        assertThatThrownBy(this::facts).isInstanceOf(UnreadableEvent.class);
    }

    private EventLog node() {
        return EventLog.open(database.application(), InstantSource.system(), List.of(Tally.FEATURE), Tally.TYPES);
    }

    private Outcome send(String id, Count command) {
        return log.commands().send(command, cause(id));
    }

    private static Cause cause(String id) {
        return Cause.of(new CommandId(id), new Subject("tester"));
    }

    private static boolean wasRefused(Future<Outcome> answer) {
        try {
            answer.get();
            return false;
        } catch (Exception e) {
            return e.getCause() instanceof AppendRefused;
        }
    }

    private static void insert(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO daybook.projection_token (name, position) VALUES ('" + name + "', 0)");
        }
    }

    private List<Recorded> facts() throws SQLException {
        try (Connection connection = database.application().getConnection()) {
            return log.reader().after(connection, 0, 1000);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new java.util.ArrayList<>();
        try (Connection connection = database.application().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) rows.add(row.getString(1));
        }
        return rows;
    }
}
