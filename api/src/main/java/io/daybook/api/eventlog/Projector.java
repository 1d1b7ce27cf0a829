package io.daybook.api.eventlog;

import io.daybook.api.postgres.ViewsBeside;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.kernel.ReadModel;
import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Intake intake;
    private final List<String> names;
    private final HeadWatch projected = new HeadWatch();
    private volatile Set<String> parked = Set.of();
    private final Freshness freshness = new Freshness(System::nanoTime);

    public Projector(DataSource database, LogReader reader, List<ReadModel<?>> models) {
        this.database = database;
        this.reader = reader;
        this.models = List.copyOf(models);
        this.intake = new Intake(this.models, new DeadLetterTable(ViewTables.LIVE));
        this.names = models.stream().map(ReadModel::name).toList();
    }

    /**
     * One transaction's worth; answers whether there may be more at once. A fact that the views cannot take in is parked.
     * Errors: whatever else stopped it, with nothing written.
     */
    public boolean step() throws SQLException {
        long began = System.nanoTime();
        Step step = projectedAtOnceOrAround();
        parked = step.parked();
        projected.stands(step.position());
        freshness.looked(step.position(), step.head(), began);
        return step.more();
    }

    private Step projectedAtOnceOrAround() throws SQLException {
        try {
            return InOneTransaction.of(database, connection -> project(connection, intake::whole));
        } catch (SQLException | RuntimeException e) {
            if (Poison.in(e).isEmpty()) throw e;
            return InOneTransaction.of(database, connection -> project(connection, this::around));
        }
    }

    private void around(Connection connection, List<Recorded> facts, Map<String, Long> done) throws SQLException {
        if (new HashSet<>(done.values()).size() > 1)
            throw new IllegalStateException("a read model that is catching up cannot take a fact in, somewhere behind "
                    + slowest(done) + ": it is not parked, for the others have it already");
        intake.around(connection, facts, done);
    }

    /** To be called before the first step: where schema {@code view} was made again, everything begins anew. */
    public void begin() throws SQLException {
        InOneTransaction.of(database, connection -> {
            TokenTable.create(connection, names);
            lockTokens(connection);
            boolean anew = ViewTables.markBegun(connection);
            if (anew) restart(connection);
            return anew;
        });
    }

    /** Holds every node's projections still until the caller's transaction ends; answers how far they are. */
    long lockTokens(Connection connection) throws SQLException {
        return slowest(TokenTable.lock(connection, names));
    }

    /** Like {@link #lockTokens}, but how far the furthest read model is: one that was added lately may be behind. */
    long lockTokensOfFurthest(Connection connection) throws SQLException {
        return furthest(TokenTable.lock(connection, names));
    }

    /** All read models are at one position now, as the caller, who holds the tokens, has made them. */
    void levelAt(Connection connection, long position) throws SQLException {
        TokenTable.move(connection, names, position);
    }

    /** Like {@link #lockTokensOfFurthest}, holding nothing. */
    long positionOfFurthest(Connection connection) throws SQLException {
        return furthest(TokenTable.positions(connection, names));
    }

    /** Sets the read models, emptied by the caller in the same transaction, back to the log's beginning. */
    void restart(Connection connection) throws SQLException {
        intake.letters().clear(connection);
        TokenTable.move(connection, names, 0);
        projected.stands(0);
        freshness.forget();
    }

    /** The same read models from the log's beginning, in the schema beside. */
    Rebuild beside(String run) {
        return into(ViewsBeside.NAME, run);
    }

    /** The same read models from the log's beginning, in this schema of that run. */
    Rebuild into(String schema, String run) {
        return new Rebuild(database, reader, models, schema, run);
    }

    List<String> names() {
        return names;
    }

    /** What this read model writes, without the schema; of a name that no read model has, nothing. */
    Set<String> tablesOf(String name) {
        return models.stream()
                .filter(model -> model.name().equals(name))
                .map(ReadModel::tables)
                .findFirst()
                .orElse(Set.of());
    }

    DeadLetterTable letters() {
        return intake.letters();
    }

    /** Tries a parked fact again while {@link #lockTokens} holds. Empty when the views show it now; else why not. */
    Optional<Poison> takeInAgain(Connection connection, Recorded fact) throws SQLException {
        return intake.again(connection, fact);
    }

    /**
     * @param head the log's, as far as this step saw it; not reached while there is more
     * @param parked streams of which the views lack something
     */
    private record Step(long position, long head, boolean more, Set<String> parked) {}

    private Step project(Connection connection, Intake.Way way) throws SQLException {
        Map<String, Long> tokens = TokenTable.claim(connection, names);
        if (tokens.isEmpty()) return lookOnly(connection);
        long from = slowest(tokens);
        List<Recorded> facts = reader.after(connection, from, FACTS_PER_TRANSACTION);
        if (facts.isEmpty()) return new Step(from, from, false, parkedIn(connection));
        long to = facts.getLast().position();
        way.takeIn(connection, facts, tokens);
        List<String> moved = names.stream()
                .filter(name -> tokens.getOrDefault(name, 0L) < to)
                .toList();
        TokenTable.move(connection, moved, to);
        boolean more = facts.size() == FACTS_PER_TRANSACTION;
        return new Step(to, more ? to + 1 : to, more, parkedIn(connection));
    }

    /** Another node is at work, or the tokens are not there yet. */
    private Step lookOnly(Connection connection) throws SQLException {
        Map<String, Long> tokens = TokenTable.positions(connection, names);
        if (tokens.size() == names.size())
            return new Step(slowest(tokens), LogReader.head(connection), false, parkedIn(connection));
        TokenTable.create(connection, names);
        return new Step(0, 1, true, Set.of());
    }

    private Set<String> parkedIn(Connection connection) throws SQLException {
        return intake.letters().streams(connection).keySet();
    }

    private static long slowest(Map<String, Long> tokens) {
        return tokens.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    private static long furthest(Map<String, Long> tokens) {
        return tokens.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** How far the views have come. */
    public HeadWatch projected() {
        return projected;
    }

    @Override
    public long projectedPosition() {
        return projected.position();
    }

    /** For the meters: since when the views have not shown all of the log; NaN until they have once. */
    double secondsBehind() {
        return freshness.age().map(age -> age.toMillis() / 1000.0).orElse(Double.NaN);
    }

    @Override
    public boolean shows(String streams) {
        return parked.stream().noneMatch(stream -> stream.startsWith(streams));
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
