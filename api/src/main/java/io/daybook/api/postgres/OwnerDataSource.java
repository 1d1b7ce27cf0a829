package io.daybook.api.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections of the login that migrates, acting as {@code daybook_owner}: what they create belongs to that role. */
final class OwnerDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    static final String OWNER = "daybook_owner";

    OwnerDataSource(DatabaseAccess access) {
        setUrl(access.url());
        setUser(access.owner().user());
        setPassword(access.owner().password());
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + OWNER);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }
}
