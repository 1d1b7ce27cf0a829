package io.daybook.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.eventlog.Tally.Count;
import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.RiderTable;
import io.daybook.kernel.Subject;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who writes: a caller alone, the log's own thread for many, and what happens when something else than SQL fails. */
@Timeout(60)
class AppenderTest {
    private TestDatabase database;
    private EventLog log;

    @BeforeEach
    void open() {
        database = TestPostgres.freshDatabase();
        log = EventLog.open(database.application(), InstantSource.system(), List.of(Tally.FEATURE), Tally.TYPES);
    }

    @AfterEach
    void close() throws InterruptedException {
        log.close();
        database.close();
    }

    @Test
    void callers_of_every_kind_alone_and_together_are_all_answered_once() throws Exception {
        int orders = 0;
        for (int together : new int[] {1, 2, 7, 40, 1})
            try (ExecutorService platform = Executors.newFixedThreadPool(together);
                    ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
                int first = orders;
                List<Future<Outcome>> answers = new ArrayList<>();
                for (int i = 0; i < 4 * together; i++) {
                    String name = String.valueOf(first + i);
                    answers.add((i % 2 == 0 ? platform : virtual).submit(() -> count(name, List.of())));
                }
                for (Future<Outcome> answer : answers) assertThat(answer.get()).isInstanceOf(Outcome.Done.class);
                orders += answers.size();
            }
        assertThat(rows("event_log")).isEqualTo(orders);
        assertThat(rows("command_log")).isEqualTo(orders);
    }

    @Test
    void what_failed_for_another_reason_than_sql_is_not_committed_by_the_next() throws SQLException {
        RiderTable broken = connection -> {
            throw new UnsupportedOperationException("broken");
        };
        RiderTable failing = connection -> {
            throw new AssertionError("failing");
        };
        assertThatThrownBy(() -> count("1", List.of(broken))).hasStackTraceContaining("broken");
        assertThat(rows("event_log")).isZero();
        assertThatThrownBy(() -> count("2", List.of(failing))).hasStackTraceContaining("failing");
        assertThat(count("3", List.of())).isInstanceOf(Outcome.Done.class);
        assertThat(rows("event_log")).isEqualTo(1);
        assertThat(rows("command_log")).isEqualTo(1);
    }

    @Test
    void whoever_is_interrupted_while_writing_hears_what_became_of_the_order_and_stays_interrupted() {
        RiderTable interrupting = connection -> Thread.currentThread().interrupt();
        Outcome outcome = count("1", List.of(interrupting));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(rows("event_log")).isEqualTo(1);
    }

    @Test
    void orders_go_on_when_every_connection_has_been_cut() {
        for (int i = 0; i < 3; i++) assertThat(count("a" + i, List.of())).isInstanceOf(Outcome.Done.class);
        owner().sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()")
                .query(Boolean.class)
                .list();
        assertThat(untilAnswered("b")).isInstanceOf(Outcome.Done.class);
        assertThat(rows("event_log")).isEqualTo(4);
        assertThat(rows("command_log")).isEqualTo(4);
    }

    /** The pool gives a connection that was cut to whoever asks first, and is told so. */
    private Outcome untilAnswered(String name) {
        for (int tries = 1; ; tries++) {
            try {
                return count(name, List.of());
            } catch (IllegalStateException unknown) {
                if (tries == 20) throw unknown;
            }
        }
    }

    private Outcome count(String name, List<io.daybook.kernel.Rider> riders) {
        return log.commands()
                .send(new Count("tally-" + name, 1), Cause.of(new CommandId(name), new Subject("tester")), riders);
    }

    private long rows(String table) {
        return owner().sql("SELECT count(*) FROM daybook." + table)
                .query(Long.class)
                .single();
    }

    private JdbcClient owner() {
        return JdbcClient.create(database.owner());
    }
}
