package io.daybook.kernel;

import java.sql.Connection;
import java.sql.SQLException;

/** A rider that knows its table: written in the append transaction, after the events. */
public interface RiderTable extends Rider {
    void write(Connection connection) throws SQLException;
}
