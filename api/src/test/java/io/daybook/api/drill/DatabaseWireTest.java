package io.daybook.api.drill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.drill.DatabaseWire.Cut;
import io.daybook.api.postgres.DatabaseAccess.Login;
import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseWireTest {
    private final TestDatabase database = TestPostgres.emptyDatabase("");
    private final List<Cut> cuts = Collections.synchronizedList(new ArrayList<>());
    private DatabaseWire wire;

    @BeforeEach
    void lead_the_wire_to_the_server() throws IOException, SQLException {
        wire = new DatabaseWire();
        wire.leadTo(
                URI.create(database.access().url().substring("jdbc:".length())).getPort());
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE public.word (word text)");
        }
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        database.close();
    }

    @Test
    void what_is_cut_before_the_answer_was_committed() throws SQLException {
        wire.lieInWait(at(Cut.BEFORE_THE_ANSWER));
        assertThatThrownBy(() -> write(true, "ambush")).isInstanceOf(SQLException.class);
        assertThat(words()).containsExactly("ambush");
        assertThat(cuts).containsExactly(Cut.BEFORE_THE_ANSWER);
    }

    @Test
    void what_is_cut_before_the_answer_of_its_transaction_was_committed_with_all_of_it() throws SQLException {
        wire.lieInWait(at(Cut.BEFORE_THE_ANSWER));
        assertThatThrownBy(() -> write(false, "ambush", "after")).isInstanceOf(SQLException.class);
        assertThat(words()).containsExactly("ambush", "after");
    }

    @Test
    void what_is_cut_before_the_order_never_was() throws SQLException {
        wire.lieInWait(at(Cut.BEFORE_THE_ORDER));
        assertThatThrownBy(() -> write(false, "before", "ambush")).isInstanceOf(SQLException.class);
        assertThat(words()).isEmpty();
        assertThat(cuts).containsExactly(Cut.BEFORE_THE_ORDER);
    }

    @Test
    void everything_else_passes() throws SQLException {
        wire.lieInWait(at(Cut.BEFORE_THE_ORDER));
        write(true, "one");
        write(false, "two", "three");
        assertThat(words()).containsExactly("one", "two", "three");
        assertThat(cuts).isEmpty();
    }

    private DatabaseWire.Ambush at(Cut where) {
        return new DatabaseWire.Ambush() {
            @Override
            public Cut meets(String statement, byte[] bind) {
                return statement.startsWith("INSERT") && new String(bind, ISO_8859_1).contains("ambush")
                        ? where
                        : Cut.NONE;
            }

            @Override
            public void cut(Cut at) {
                cuts.add(at);
            }
        };
    }

    private void write(boolean alone, String... words) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + wire.port() + "/" + database.name();
        Login owner = database.access().owner();
        try (Connection connection = DriverManager.getConnection(url, owner.user(), owner.password());
                PreparedStatement insert = connection.prepareStatement("INSERT INTO public.word VALUES (?)")) {
            connection.setAutoCommit(alone);
            for (String word : words) {
                insert.setString(1, word);
                insert.executeUpdate();
            }
            if (!alone) connection.commit();
        }
    }

    private List<String> words() throws SQLException {
        List<String> words = new ArrayList<>();
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT word FROM public.word ORDER BY ctid")) {
            while (row.next()) words.add(row.getString(1));
        }
        return words;
    }
}
