package io.daybook.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** A read model's other half: writes folded rows in the transaction that moves the token. */
public interface ProjectionTable<R> {
    /** Which tables it writes, without their schema; nobody else does. */
    default Set<String> tables() {
        return Set.of();
    }

    void write(Connection connection, R rows) throws SQLException;
}
