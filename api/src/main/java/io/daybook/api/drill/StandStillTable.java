package io.daybook.api.drill;

import io.daybook.kernel.RiderTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** Writes nothing and takes its time over it, inside the transaction that has appended. */
record StandStillTable(Duration length) implements RiderTable {
    @Override
    public void write(Connection connection) throws SQLException {
        try (PreparedStatement sleep = connection.prepareStatement("SELECT pg_sleep(?)")) {
            sleep.setLong(1, length.toSeconds());
            sleep.execute();
        }
    }
}
