package io.daybook.api.eventlog;

import io.daybook.api.postgres.ViewsBeside;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds every read model from the log beside the ones that are read, compares row by row at one position, and puts the
 * new ones in their place at once. Reading, writing and paying go on meanwhile. A difference is told, and nothing is put in
 * place unless that was asked for. Where the schema itself was dropped it is made again, and there is nothing to compare.
 */
public final class Replay {
    private static final Duration PATIENCE = Duration.ofHours(6);
    /** So near to the views, the rest is done while they stand still. */
    private static final long NEAR = 500;

    private final DataSource database;
    private final Projector projector;
    private final Runnable makeSchema;
    private final ViewsBeside beside;

    /** @param makeSchema makes what is missing of schema {@code view}; harmless where nothing is */
    public Replay(DataSource database, Projector projector, Runnable makeSchema, ViewsBeside beside) {
        this.database = database;
        this.projector = projector;
        this.makeSchema = makeSchema;
        this.beside = beside;
    }

    /**
     * A table that did not come out as it is.
     *
     * @param onlyLive how many rows only the views have
     * @param onlyRebuilt how many rows only the log leads to
     */
    public record Difference(String table, long onlyLive, long onlyRebuilt) {}

    /**
     * What a replay came to.
     *
     * @param position at which the rows were compared
     * @param compared false where the views were missing
     * @param madeAnew the views were missing, and are there again
     * @param switched what was rebuilt is what is read now
     * @param differing the tables of {@code differences}
     * @param differingElsewhere tables of other projections than the one that was asked about
     */
    public record Report(
            long position,
            int tables,
            boolean compared,
            boolean madeAnew,
            boolean switched,
            List<String> differing,
            List<Difference> differences,
            List<String> differingElsewhere) {}

    /**
     * What is wanted of a replay.
     *
     * @param acceptDifferences whether what was rebuilt takes the views' place though it is not the same
     * @param projection the one that is asked about; null for all. Where another one differs, nothing is put in place
     */
    public record Wish(boolean acceptDifferences, @Nullable String projection) {}

    /**
     * One at a time over all nodes. One that was killed has changed nothing, and is begun again from the log's start.
     * Errors: IllegalStateException when the database fails.
     *
     * @param reached hears how far the rebuilding is
     */
    public Report run(Wish wish, LongConsumer reached) {
        try (Connection session = database.getConnection()) {
            ReplayTurn.take(session);
            try {
                return inTurn(wish, reached);
            } finally {
                ReplayTurn.giveBack(session);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the views could not be rebuilt", e);
        }
    }

    /** The names that one may ask about. */
    public List<String> projections() {
        return projector.names();
    }

    private Report inTurn(Wish wish, LongConsumer reached) throws SQLException {
        makeSchema.run();
        if (InOneTransaction.of(database, this::beginIfMadeAnew))
            return new Report(caughtUp(), tables(), false, true, true, List.of(), List.of(), List.of());
        String run = UUID.randomUUID().toString();
        beside.make(run);
        try {
            return rebuilt(run, wish, reached);
        } finally {
            beside.drop(run);
        }
    }

    /** Whether the schema was made since anybody filled it: then its tokens say nothing about it. */
    private boolean beginIfMadeAnew(Connection connection) throws SQLException {
        projector.lockTokens(connection);
        boolean anew = ViewTables.markBegun(connection);
        if (anew) {
            ViewTables.empty(connection);
            projector.restart(connection);
        }
        return anew;
    }

    private Report rebuilt(String run, Wish wish, LongConsumer reached) throws SQLException {
        Rebuild rebuild = projector.beside(run);
        rebuild.begin();
        comeNear(rebuild, reached);
        try (Connection snapshot = database.getConnection()) {
            AtomicReference<Long> at = new AtomicReference<>(0L);
            Comparison.Result compared = InOneTransaction.of(snapshot, connection -> {
                at.set(levelWith(connection, rebuild, reached));
                ViewsBeside.mustBeOf(connection, ViewsBeside.NAME, run);
                return Comparison.of(connection, about(wish));
            });
            boolean switches =
                    compared.elsewhere().isEmpty() && (compared.differences().isEmpty() || wish.acceptDifferences());
            if (switches) takeTheirPlace(run, rebuild, reached);
            return new Report(
                    at.get(),
                    compared.tables(),
                    true,
                    false,
                    switches,
                    compared.differences().stream().map(Difference::table).toList(),
                    compared.differences(),
                    compared.elsewhere());
        }
    }

    private Predicate<String> about(Wish wish) {
        if (wish.projection() == null) return table -> true;
        Set<String> tables = projector.tablesOf(wish.projection());
        if (tables.isEmpty()) throw new IllegalStateException("there is no projection " + wish.projection());
        return tables::contains;
    }

    private void comeNear(Rebuild rebuild, LongConsumer reached) throws SQLException {
        long near = 0;
        long target = shown();
        while (target - near > NEAR) {
            rebuild.to(target, reached);
            near = target;
            target = shown();
        }
    }

    /** Both are at one position in the snapshot that this opens; behind it the views go on. */
    private long levelWith(Connection snapshot, Rebuild rebuild, LongConsumer reached) throws SQLException {
        return InOneTransaction.of(database, connection -> {
            long shown = projector.lockTokensOfFurthest(connection);
            rebuild.to(shown, reached);
            try (Statement statement = snapshot.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            }
            ViewTables.names(snapshot, ViewTables.LIVE);
            return shown;
        });
    }

    private void takeTheirPlace(String run, Rebuild rebuild, LongConsumer reached) throws SQLException {
        comeNear(rebuild, reached);
        try (Connection owner = beside.connection()) {
            InOneTransaction.of(owner, connection -> {
                long position = projector.lockTokensOfFurthest(connection);
                rebuild.to(position, reached);
                projector.levelAt(connection, position);
                rebuild.letters().becomes(connection, ViewTables.LIVE);
                beside.swap(connection, run);
                return true;
            });
        }
        beside.dropReplaced();
    }

    private long shown() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return projector.positionOfFurthest(connection);
        }
    }

    /** Waits until the views show the log as it is now; answers how far that is. */
    private long caughtUp() throws SQLException {
        long head = InOneTransaction.of(database, LogReader::head);
        if (!projector.await(head, PATIENCE))
            throw new IllegalStateException("the replay did not reach position " + head);
        return head;
    }

    private int tables() throws SQLException {
        return InOneTransaction.of(database, connection -> ViewTables.names(connection, ViewTables.LIVE))
                .size();
    }
}
