package io.daybook.api.eventlog;

import io.daybook.api.postgres.ScratchViews;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Replays the log up to a position into a schema of its own. What is read, what reacts and what is sent knows nothing of it.
 */
public final class ScratchReplay {
    private final DataSource database;
    private final Projector projector;
    private final ScratchViews schemas;

    public ScratchReplay(DataSource database, Projector projector, ScratchViews schemas) {
        this.database = database;
        this.projector = projector;
        this.schemas = schemas;
    }

    /**
     * What a replay came to.
     *
     * @param position of the last event it holds at most: the one asked for, or the log's last
     * @param parked how many events its views could not take in
     */
    public record Report(String schema, long position, long parked) {}

    /** Why it cannot be made, in a sentence; empty where it can. */
    public Optional<String> obstacle(String schema) {
        try {
            return schemas.obstacle(schema);
        } catch (SQLException e) {
            throw new IllegalStateException("schema " + schema + " could not be looked for", e);
        }
    }

    /** Errors: IllegalStateException when the database fails, or the schema is another's. */
    public Report run(String schema, long to, LongConsumer reached) {
        try {
            String mark = schemas.make(schema, UUID.randomUUID().toString());
            Rebuild rebuild = projector.into(schema, mark);
            rebuild.begin();
            long last = Math.min(to, InOneTransaction.of(database, LogReader::head));
            rebuild.to(last, reached);
            return new Report(schema, last, InOneTransaction.of(database, rebuild.letters()::count));
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be replayed into " + schema, e);
        }
    }

    /** False where no auditor has such a schema. */
    public boolean drop(String schema) {
        try {
            boolean dropped = schemas.drop(schema);
            if (dropped)
                InOneTransaction.of(database, connection -> {
                    new DeadLetterTable(schema).clear(connection);
                    return true;
                });
            return dropped;
        } catch (SQLException e) {
            throw new IllegalStateException("schema " + schema + " could not be dropped", e);
        }
    }
}
