package io.daybook.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.kernel.ReadModel;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RelayTest extends TallyViews {
    @Test
    void it_begins_where_the_log_stands_and_goes_on_where_it_was() throws Exception {
        count("tally-1", 10, "before");
        relay(MODEL).begin();
        count("tally-1", 3, "after");
        relay(MODEL).begin();
        drain(relay(MODEL));
        assertThat(totals()).isEqualTo(Map.of("tally-1", 3));
    }

    @Test
    void what_it_writes_stands_with_its_token_or_not_at_all() throws Exception {
        relay(MODEL).begin();
        count("tally-1", 10, "a");
        ReadModel<?> failing = new ReadModel<>(Tally.TOTALS, (connection, sums) -> {
            Tally.TABLE.write(connection, sums);
            throw new SQLException("the disk is full");
        });
        assertThatThrownBy(() -> drain(relay(failing))).hasMessage("the disk is full");
        assertThat(totals()).isEmpty();
        drain(relay(MODEL));
        assertThat(totals()).isEqualTo(Map.of("tally-1", 10));
    }

    @Test
    void each_fact_is_passed_on_once_however_many_nodes_are_at_it() throws Exception {
        relay(MODEL).begin();
        for (int i = 0; i < 60; i++) count("tally-" + i % 5, 7, "c" + i);
        Callable<Boolean> node = () -> {
            drain(relay(MODEL));
            return true;
        };
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> running =
                    Stream.generate(() -> nodes.submit(node)).limit(4).toList();
            for (Future<Boolean> each : running) each.get();
        }
        drain(relay(MODEL));
        assertThat(totals().values()).containsOnly(84).hasSize(5);
    }

    private Relay relay(ReadModel<?> model) {
        return new Relay(database.application(), log.reader(), model);
    }

    private static void drain(Relay relay) throws SQLException {
        boolean more = true;
        while (more) more = relay.step();
    }
}
