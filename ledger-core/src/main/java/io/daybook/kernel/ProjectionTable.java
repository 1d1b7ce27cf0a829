package io.daybook.kernel;

import java.sql.Connection;
import java.sql.SQLException;

/** A read model's other half: writes folded rows in the transaction that moves the token. */
public interface ProjectionTable<R> {
    void write(Connection connection, R rows) throws SQLException;
}
