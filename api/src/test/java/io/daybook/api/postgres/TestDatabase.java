package io.daybook.api.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.daybook.api.postgres.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** One database of {@link TestPostgres}: close it to give its connections back. */
public final class TestDatabase implements AutoCloseable {
    private final DatabaseAccess access;
    private final HikariDataSource application;
    private final HikariDataSource owner;

    TestDatabase(DatabaseAccess access) {
        this.access = access;
        this.application = pool(access, access.application());
        this.owner = pool(access, access.owner());
    }

    private static HikariDataSource pool(DatabaseAccess access, Login login) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(access.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** URL and logins, for whoever opens connections of their own. */
    public DatabaseAccess access() {
        return access;
    }

    public String name() {
        return access.url().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    }

    /** As the application: a member of {@code daybook_app}, nothing more. */
    public DataSource application() {
        return application;
    }

    /** As the superuser, who may do everything. */
    public DataSource owner() {
        return owner;
    }

    /** What makes a second schema of views. @param more what a test has added to {@code view}, as SQL */
    public ViewsBeside viewsBeside(List<String> more) {
        return new ViewsBeside(new OwnerDataSource(access), () -> {
            List<String> scripts = new ArrayList<>(new Migrations(access).viewScripts());
            scripts.addAll(more);
            return scripts;
        });
    }

    /** As the superuser past what guards the log: what a restore to an earlier point, older code, or a thief could have done. */
    public void forge(String sql) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    SET session_replication_role = replica;
                    ALTER TABLE daybook.event_log
                        DISABLE TRIGGER event_log_only_added_to, DISABLE TRIGGER event_log_rows_stay;
                    """ + sql + """
                    ;
                    ALTER TABLE daybook.event_log
                        ENABLE ALWAYS TRIGGER event_log_only_added_to, ENABLE ALWAYS TRIGGER event_log_rows_stay;
                    RESET session_replication_role
                    """);
        }
    }

    @Override
    public void close() {
        application.close();
        owner.close();
    }
}
