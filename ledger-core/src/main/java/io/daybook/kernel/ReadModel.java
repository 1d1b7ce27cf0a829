package io.daybook.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** A projection with the table that keeps it. */
public record ReadModel<R>(Projection<R> projection, ProjectionTable<R> table) {
    public String name() {
        return projection.name();
    }

    /** Which tables it writes, without their schema. */
    public Set<String> tables() {
        return table.tables();
    }

    /** Folds and writes in the caller's transaction. */
    public void apply(Connection connection, List<Recorded> facts) throws SQLException {
        table.write(connection, projection.fold(facts));
    }
}
