package io.daybook.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import io.daybook.kernel.ConditionTable;
import io.daybook.kernel.JoiningTable;
import io.daybook.kernel.RiderTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What rides with several orders: which statements are written, and in what order. */
class RidersOfFlushTest {
    private final List<String> written = new ArrayList<>();

    private final class Joining implements JoiningTable {
        private final String row;

        Joining(String row) {
            this.row = row;
        }

        @Override
        public void writeAll(Connection connection, List<JoiningTable> alike) {
            written.add(alike.stream().map(rider -> ((Joining) rider).row).collect(Collectors.joining("+")));
        }
    }

    private final class Condition implements ConditionTable {
        @Override
        public void write(Connection connection) {
            written.add("condition");
        }
    }

    @Test
    void riders_that_join_are_written_together_and_before_what_comes_after_them() throws SQLException {
        RiderTable alone = connection -> written.add("alone");
        Condition condition = new Condition();

        write(
                unit(new Joining("a"), condition),
                unit(new Joining("b")),
                unit(alone, new Joining("c")),
                unit(condition, new Joining("d")));

        assertThat(written).containsExactly("condition", "a+b", "alone", "c+d");
    }

    @Test
    void an_order_without_riders_writes_nothing() throws SQLException {
        write(unit());

        assertThat(written).isEmpty();
    }

    private static AppendUnit unit(RiderTable... riders) {
        CommandRow command = new CommandRow("order", TimeOrderedIds.next(), "tally-1", null);
        return AppendUnit.of(List.of(), command, List.of(riders));
    }

    private static void write(AppendUnit... units) throws SQLException {
        try (TestDatabase database = TestPostgres.freshDatabase();
                Connection connection = database.application().getConnection()) {
            RidersOfFlush.write(connection, List.of(units));
        }
    }
}
