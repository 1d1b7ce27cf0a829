package io.daybook.api.eventlog;

import io.daybook.api.eventlog.Tally.Count;
import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.ReadModel;
import io.daybook.kernel.Subject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A log of tallies and a view that adds them up. */
abstract class TallyViews {
    static final ReadModel<?> MODEL = Tally.FEATURE.readModels().getFirst();

    static final String TOTAL =
            "CREATE TABLE view.tally_total (tally TEXT PRIMARY KEY, total INT NOT NULL CHECK (total < 1000))";

    TestDatabase database;
    EventLog log;

    @BeforeEach
    void open() throws SQLException {
        database = TestPostgres.freshDatabase();
        execute(TOTAL);
        execute("GRANT ALL ON view.tally_total TO daybook_app");
        log = EventLog.open(database.application(), InstantSource.system(), List.of(Tally.FEATURE), Tally.TYPES);
    }

    @AfterEach
    void close() throws InterruptedException {
        log.close();
        database.close();
    }

    Projector projector(ReadModel<?> model) {
        return new Projector(database.application(), log.reader(), List.of(model));
    }

    static void drain(Projector projector) throws SQLException {
        while (projector.step()) {}
    }

    void count(String tally, int by, String id) {
        log.commands().send(new Count(tally, by), Cause.of(new CommandId(id), new Subject("tester")));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Map<String, Integer> totals() throws SQLException {
        Map<String, Integer> totals = new TreeMap<>();
        try (Connection connection = database.application().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT tally, total FROM view.tally_total")) {
            while (row.next()) totals.put(row.getString(1), row.getInt(2));
        }
        return totals;
    }

    /** With all that is in the log projected. */
    Projector begun() throws SQLException {
        Projector projector = projector(MODEL);
        projector.begin();
        drain(projector);
        return projector;
    }

    Replay.Report replay(Projector projector, boolean acceptDifferences) {
        return replay(projector, acceptDifferences, position -> {});
    }

    Replay.Report replay(Projector projector, boolean acceptDifferences, LongConsumer reached) {
        return new Replay(database.application(), projector, () -> {}, database.viewsBeside(List.of(TOTAL)))
                .run(new Replay.Wish(acceptDifferences, null), reached);
    }

    List<String> schemas() throws SQLException {
        return List.of(text("SELECT string_agg(nspname, ',') FROM pg_namespace WHERE nspname LIKE 'view%'")
                .split(","));
    }

    String text(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
