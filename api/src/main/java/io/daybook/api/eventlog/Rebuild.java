package io.daybook.api.eventlog;

import io.daybook.api.postgres.ViewsBeside;
import io.daybook.kernel.ReadModel;
import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** Fills a schema beside the views from the log's first fact on. */
final class Rebuild {
    private static final int FACTS_PER_TRANSACTION = 1000;

    private final DataSource database;
    private final LogReader reader;
    private final List<ReadModel<?>> models;
    private final Intake intake;
    private final String schema;
    private final String run;
    private long position;

    /** @param run whose schema it is: another's, made since, is left alone */
    Rebuild(DataSource database, LogReader reader, List<ReadModel<?>> models, String schema, String run) {
        this.schema = schema;
        this.run = run;
        this.database = database;
        this.reader = reader;
        this.models = models;
        this.intake = new Intake(models, new DeadLetterTable(schema));
    }

    /** To be called before the first fact: what an earlier one lacked is not this one's. */
    void begin() throws SQLException {
        InOneTransaction.of(database, connection -> {
            intake.letters().clear(connection);
            return true;
        });
    }

    /** @param reached hears of each position that it has come to */
    void to(long target, LongConsumer reached) throws SQLException {
        while (position < target) {
            position = next(target);
            reached.accept(position);
        }
    }

    DeadLetterTable letters() {
        return intake.letters();
    }

    private long next(long target) throws SQLException {
        try {
            return InOneTransaction.of(database, connection -> takeIn(connection, target, intake::whole));
        } catch (SQLException | RuntimeException e) {
            if (Poison.in(e).isEmpty()) throw e;
            return InOneTransaction.of(database, connection -> takeIn(connection, target, intake::around));
        }
    }

    private long takeIn(Connection connection, long target, Intake.Way way) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SET LOCAL synchronous_commit = off")) {
            statement.execute();
        }
        ViewsBeside.mustBeOf(connection, schema, run);
        List<Recorded> facts = reader.after(connection, position, FACTS_PER_TRANSACTION).stream()
                .filter(fact -> fact.position() <= target)
                .toList();
        if (facts.isEmpty()) return target;
        Map<String, Long> done = new HashMap<>();
        models.forEach(model -> done.put(model.name(), position));
        way.takeIn(BesideConnection.of(connection, schema), facts, done);
        return facts.getLast().position();
    }
}
