package io.daybook.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.kernel.ReadModel;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FollowersTest extends TallyViews {
    @Test
    void each_fact_counts_once_however_many_nodes_project() throws Exception {
        for (int i = 0; i < 60; i++) count("tally-" + i % 5, 7, "c" + i);
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = java.util.stream.IntStream.range(0, 4)
                    .<Future<?>>mapToObj(i -> nodes.submit(() -> {
                        drain(projector(MODEL));
                        return true;
                    }))
                    .toList();
            for (Future<?> node : running) node.get();
        }
        drain(projector(MODEL));
        assertThat(totals().values()).containsOnly(84).hasSize(5);
    }

    @Test
    void a_write_that_fails_takes_the_token_back_with_it() throws Exception {
        count("tally-1", 10, "a");
        ReadModel<?> failing = new ReadModel<>(Tally.TOTALS, (connection, sums) -> {
            Tally.TABLE.write(connection, sums);
            throw new SQLException("the disk is full");
        });
        assertThatThrownBy(() -> drain(projector(failing))).hasMessage("the disk is full");
        assertThat(totals()).isEmpty();
        drain(projector(MODEL));
        assertThat(totals()).isEqualTo(Map.of("tally-1", 10));
    }

    @Test
    void where_the_views_were_made_again_they_are_filled_from_the_beginning() throws Exception {
        count("tally-1", 10, "a");
        Projector first = projector(MODEL);
        first.begin();
        drain(first);
        execute("TRUNCATE view.tally_total, view.origin");
        Projector next = projector(MODEL);
        next.begin();
        drain(next);
        assertThat(totals()).isEqualTo(Map.of("tally-1", 10));
    }

    @Test
    void a_policy_that_is_repeated_from_the_start_gives_no_order_twice() throws Exception {
        for (int i = 0; i < 20; i++) count("tally-even-" + i % 2, 1, "c" + i);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            PolicyRunner policies = new PolicyRunner(
                    database.application(), log.reader(), Tally.FEATURE.policies(), log.commands(), workers);
            while (policies.step()) {}
            execute("UPDATE daybook.projection_token SET position = 0");
            while (policies.step()) {}
        }
        drain(projector(MODEL));
        assertThat(totals())
                .isEqualTo(Map.of("tally-even-0", 10, "tally-even-1", 10, "tally-odd-0", 10, "tally-odd-1", 10));
    }

    @Test
    void a_policys_order_that_a_rule_refuses_is_written_down_for_a_person() throws Exception {
        count("tally-odd", Tally.LIMIT, "full");
        count("tally-even", 1, "one-more");
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            PolicyRunner policies = new PolicyRunner(
                    database.application(), log.reader(), Tally.FEATURE.policies(), log.commands(), workers);
            while (policies.step()) {}
        }
        assertThat(new RefusedOrderTable(database.application()).list(10))
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.policy()).isEqualTo("twin");
                    assertThat(order.code()).isEqualTo("limit-reached");
                });
    }

    @Test
    void whoever_waits_for_a_position_is_woken_when_the_views_show_it() throws Exception {
        Projector projector = projector(MODEL);
        try (Follower follower = new Follower("test-projector", log.head(), projector.projected(), projector::step)) {
            count("tally-1", 5, "a");
            assertThat(projector.awaitCaughtUp(java.time.Duration.ofSeconds(10)))
                    .isTrue();
            assertThat(totals()).isEqualTo(Map.of("tally-1", 5));
            assertThat(follower.trouble()).isEmpty();
        }
    }

    @Test
    void a_follower_that_dies_says_so_for_ever() throws Exception {
        try (Follower follower = Follower.every(java.time.Duration.ofMillis(10), "test-dying", () -> {
            throw new StackOverflowError("too deep");
        })) {
            long end = System.nanoTime() + java.util.concurrent.TimeUnit.SECONDS.toNanos(30);
            while (follower.trouble().isEmpty() && System.nanoTime() < end)
                java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
            assertThat(follower.trouble())
                    .hasValueSatisfying(why -> assertThat(why).contains("died", "too deep"));
        }
    }
}
