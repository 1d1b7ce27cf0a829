package io.daybook.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.kernel.ReadModel;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FrozenNodeTest extends TallyViews {
    @Test
    void a_node_that_stands_still_while_it_projects_is_thrown_out_and_counts_nothing_twice() throws Exception {
        for (int i = 0; i < 30; i++) count("tally-" + i % 3, 4, "c" + i);
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch wakes = new CountDownLatch(1);
        ReadModel<?> standing = new ReadModel<>(Tally.TOTALS, (connection, sums) -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL idle_in_transaction_session_timeout = '100ms'");
            }
            Tally.TABLE.write(connection, sums);
            atWork.countDown();
            waitFor(wakes);
        });
        try (ExecutorService nodes = Executors.newSingleThreadExecutor()) {
            Future<?> step = nodes.submit(() -> {
                drain(projector(standing));
                return true;
            });
            atWork.await();
            Projector other = projector(MODEL);
            while (totals().isEmpty()) other.step();
            wakes.countDown();
            assertThatThrownBy(step::get).hasCauseInstanceOf(SQLException.class);
            drain(other);
        }
        assertThat(totals()).isEqualTo(Map.of("tally-0", 40, "tally-1", 40, "tally-2", 40));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
