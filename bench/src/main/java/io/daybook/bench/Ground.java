package io.daybook.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.daybook.api.postgres.DataFolder;
import io.daybook.api.postgres.DatabaseAccess;
import io.daybook.api.postgres.DatabaseAccess.Login;
import io.daybook.api.postgres.EmbeddedPostgres;
import io.daybook.api.postgres.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The PostgreSQL on which all sides run: the one that comes along, as durable as it is shipped, in a folder of its own. */
final class Ground implements AutoCloseable {
    private final DataFolder folder;
    private final EmbeddedPostgres server;

    private Ground(DataFolder folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    static Ground in(Path path) throws SQLException {
        DataFolder folder = DataFolder.hold(path);
        Ground ground = new Ground(folder, EmbeddedPostgres.start(folder));
        new Migrations(ground.access()).run();
        ground.mustBeDurable();
        return ground;
    }

    DatabaseAccess access() {
        return server.access();
    }

    /** What is not durable is no rival: neither side may be measured without it. */
    private void mustBeDurable() throws SQLException {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"})
            if (!"on".equals(text("SHOW " + setting))) throw new IllegalStateException(setting + " is off");
    }

    /** One more database on the same server, with nothing in it. */
    DatabaseAccess another(String name) throws SQLException {
        run("CREATE DATABASE " + name + " ENCODING 'UTF8' TEMPLATE template0");
        DatabaseAccess access = access();
        return new DatabaseAccess(
                access.url().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"), access.application(), access.owner());
    }

    /** A pool as the program has it. */
    HikariDataSource pool(int connections, String schema) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(access().url());
        config.setUsername(access().application().user());
        config.setPassword(access().application().password());
        config.setMaximumPoolSize(connections);
        config.setSchema(schema);
        return new HikariDataSource(config);
    }

    /** A connection of one's own, as who owns the tables. */
    Connection connect() throws SQLException {
        Login owner = access().owner();
        return DriverManager.getConnection(access().url(), owner.user(), owner.password());
    }

    void run(String... commands) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String command : commands) statement.execute(command);
        }
    }

    String text(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    static long count(DataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        server.close();
        EmbeddedPostgres.discard(folder);
        folder.close();
    }
}
