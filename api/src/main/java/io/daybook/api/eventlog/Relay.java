package io.daybook.api.eventlog;

import io.daybook.kernel.ReadModel;
import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Follows the log with a token of its own for rows that no replay makes again: what is written leads to something outside, once.
 * Rows and token are one transaction, and whichever node holds the token's row is at work.
 */
public final class Relay {
    private static final int FACTS_PER_TRANSACTION = 500;

    private final DataSource database;
    private final LogReader reader;
    private final ReadModel<?> model;
    private final HeadWatch passedOn = new HeadWatch();

    public Relay(DataSource database, LogReader reader, ReadModel<?> model) {
        this.database = database;
        this.reader = reader;
        this.model = model;
    }

    /** To be called before the first step: on a log that has begun before, it starts where the log stands. */
    public void begin() {
        try (Connection connection = database.getConnection()) {
            TokenTable.createAtHead(connection, model.name());
        } catch (SQLException e) {
            throw new IllegalStateException("the token of " + model.name() + " could not be made", e);
        }
    }

    /** One transaction's worth; answers whether there may be more at once. */
    public boolean step() throws SQLException {
        return InOneTransaction.of(database, this::step);
    }

    private boolean step(Connection connection) throws SQLException {
        Map<String, Long> token = TokenTable.claim(connection, List.of(model.name()));
        Long from = token.get(model.name());
        if (from == null) return false;
        List<Recorded> facts = reader.after(connection, from, FACTS_PER_TRANSACTION);
        if (facts.isEmpty()) return false;
        model.apply(connection, facts);
        TokenTable.move(connection, List.of(model.name()), facts.getLast().position());
        passedOn.moved(facts.getLast().position());
        return facts.size() == FACTS_PER_TRANSACTION;
    }

    /** How far this node knows to have come. */
    public HeadWatch passedOn() {
        return passedOn;
    }
}
