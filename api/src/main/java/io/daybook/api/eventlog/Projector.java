package io.daybook.api.eventlog;

import io.daybook.kernel.ProjectionProgress;
import io.daybook.kernel.ReadModel;
import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Keeps the read models in step with the log: a run of facts is folded, written, and the tokens moved, in one
 * transaction that holds the tokens' row locks. So each fact counts exactly once, whichever node is at work.
 */
public final class Projector implements ProjectionProgress {
    private static final int FACTS_PER_TRANSACTION = 1000;

    private final DataSource database;
    private final LogReader reader;
    private final List<ReadModel<?>> models;
    private final List<String> names;
    private final HeadWatch projected = new HeadWatch();
    private final Freshness freshness = new Freshness(System::nanoTime);

    public Projector(DataSource database, LogReader reader, List<ReadModel<?>> models) {
        this.database = database;
        this.reader = reader;
        this.models = List.copyOf(models);
        this.names = models.stream().map(ReadModel::name).toList();
    }

    /** One transaction's worth; answers whether there may be more at once. Errors: whatever stopped it, with nothing written. */
    public boolean step() throws SQLException {
        long began = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Step step = project(connection);
                connection.commit();
                projected.stands(step.position());
                freshness.looked(step.position(), step.head(), began);
                return step.more();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** To be called before the first step: where schema {@code view} was made again, everything begins anew. */
    public void begin() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            TokenTable.create(connection, names);
            lockTokens(connection);
            if (ViewTables.markBegun(connection)) restart(connection);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** Holds every node's projections still until the caller's transaction ends; answers how far they are. */
    long lockTokens(Connection connection) throws SQLException {
        return slowest(TokenTable.lock(connection, names));
    }

    /** Sets the read models, emptied by the caller in the same transaction, back to the log's beginning. */
    void restart(Connection connection) throws SQLException {
        TokenTable.move(connection, names, 0);
        projected.stands(0);
        freshness.forget();
    }

    /** @param head the log's, as far as this step saw it; not reached while there is more */
    private record Step(long position, long head, boolean more) {}

    private Step project(Connection connection) throws SQLException {
        Map<String, Long> tokens = TokenTable.claim(connection, names);
        if (tokens.isEmpty()) return lookOnly(connection);
        long from = slowest(tokens);
        List<Recorded> facts = reader.after(connection, from, FACTS_PER_TRANSACTION);
        if (facts.isEmpty()) return new Step(from, from, false);
        long to = facts.getLast().position();
        for (ReadModel<?> model : models) {
            long done = tokens.getOrDefault(model.name(), 0L);
            if (done < to) model.apply(connection, behind(facts, done));
        }
        List<String> moved = names.stream()
                .filter(name -> tokens.getOrDefault(name, 0L) < to)
                .toList();
        TokenTable.move(connection, moved, to);
        boolean more = facts.size() == FACTS_PER_TRANSACTION;
        return new Step(to, more ? to + 1 : to, more);
    }

    /** Another node is at work, or the tokens are not there yet. */
    private Step lookOnly(Connection connection) throws SQLException {
        Map<String, Long> tokens = TokenTable.positions(connection, names);
        if (tokens.size() == names.size()) return new Step(slowest(tokens), LogReader.head(connection), false);
        TokenTable.create(connection, names);
        return new Step(0, 1, true);
    }

    private static List<Recorded> behind(List<Recorded> facts, long position) {
        return facts.getFirst().position() > position
                ? facts
                : facts.stream().filter(fact -> fact.position() > position).toList();
    }

    private static long slowest(Map<String, Long> tokens) {
        return tokens.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    /** How far the views have come. */
    public HeadWatch projected() {
        return projected;
    }

    @Override
    public long projectedPosition() {
        return projected.position();
    }

    @Override
    public boolean isWithin(Duration age) {
        return freshness.isWithin(age);
    }

    @Override
    public boolean await(long position, Duration timeout) {
        try {
            return projected.await(position, timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean awaitCaughtUp(Duration timeout) {
        try (Connection connection = database.getConnection()) {
            return await(LogReader.head(connection), timeout);
        } catch (SQLException e) {
            throw new IllegalStateException("the log's head could not be read", e);
        }
    }
}
