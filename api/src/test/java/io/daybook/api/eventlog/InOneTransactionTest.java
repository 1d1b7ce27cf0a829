package io.daybook.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class InOneTransactionTest {
    private final TestDatabase database = TestPostgres.freshDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_error_that_is_no_exception_leaves_nothing_behind_and_the_connection_as_it_was() throws SQLException {
        try (Connection connection = database.application().getConnection()) {
            assertThatThrownBy(() -> InOneTransaction.of(connection, open -> {
                        write(open, "half done");
                        throw new StackOverflowError("in the middle");
                    }))
                    .isInstanceOf(StackOverflowError.class);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(written()).isZero();
            InOneTransaction.of(connection, open -> write(open, "done"));
        }
        assertThat(written()).isEqualTo(1);
    }

    private static boolean write(Connection connection, String rail) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("INSERT INTO daybook.rail_cursor (rail, cursor) VALUES ('" + rail + "', '')")
                    == 1;
        }
    }

    private int written() {
        return JdbcClient.create(database.application())
                .sql("SELECT count(*) FROM daybook.rail_cursor")
                .query(Integer.class)
                .single();
    }
}
