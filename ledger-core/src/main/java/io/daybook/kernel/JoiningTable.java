package io.daybook.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A rider whose rows may be written by one statement with those of others of its class, which share a transaction. */
public interface JoiningTable extends RiderTable {
    /** @param alike riders of this one's class in the order of their orders, this one among them */
    void writeAll(Connection connection, List<JoiningTable> alike) throws SQLException;

    @Override
    default void write(Connection connection) throws SQLException {
        writeAll(connection, List.of(this));
    }
}
