package io.daybook.api.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
    @Test
    void each_database_is_migrated_and_its_own() throws SQLException {
        try (TestDatabase one = TestPostgres.freshDatabase();
                TestDatabase other = TestPostgres.freshDatabase()) {
            run(one.owner(), "SET ROLE daybook_owner; CREATE TABLE daybook.thing (id BIGINT)");
            run(one.application(), "INSERT INTO daybook.thing VALUES (1)");
            assertThatThrownBy(() -> run(other.application(), "INSERT INTO daybook.thing VALUES (1)"))
                    .hasMessageContaining("does not exist");
        }
    }

    @Test
    void the_application_may_add_and_read_in_daybook_and_change_everything_in_view() throws SQLException {
        try (TestDatabase database = TestPostgres.freshDatabase()) {
            run(database.owner(), """
                    SET ROLE daybook_owner;
                    CREATE TABLE daybook.fact (id BIGINT);
                    CREATE TABLE view.row (id BIGINT);
                    RESET ROLE
                    """);
            DataSource application = database.application();
            run(application, "INSERT INTO daybook.fact VALUES (1); SELECT id FROM daybook.fact");
            run(application, "INSERT INTO view.row VALUES (1); UPDATE view.row SET id = 2; TRUNCATE view.row");
            for (String forbidden : new String[] {
                "UPDATE daybook.fact SET id = 2",
                "DELETE FROM daybook.fact",
                "TRUNCATE daybook.fact",
                "CREATE TABLE daybook.mine (id BIGINT)",
                "DROP TABLE daybook.fact"
            }) {
                assertThatThrownBy(() -> run(application, forbidden))
                        .as(forbidden)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
