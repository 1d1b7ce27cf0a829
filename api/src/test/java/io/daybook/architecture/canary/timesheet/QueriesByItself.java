package io.daybook.architecture.canary.timesheet;

import java.sql.Connection;
import java.sql.SQLException;

final class QueriesByItself {
    static void reach(Connection connection) throws SQLException {
        connection.commit();
    }
}
