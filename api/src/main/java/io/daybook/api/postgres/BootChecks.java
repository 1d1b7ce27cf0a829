package io.daybook.api.postgres;

import io.daybook.api.postgres.DatabaseAccess.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses a database on which acknowledged money could be lost, forged or garbled.
 * Every problem is found before any is reported, and each says what to change.
 */
public final class BootChecks {
    private static final Logger LOG = LoggerFactory.getLogger(BootChecks.class);

    private final DatabaseAccess access;

    public BootChecks(DatabaseAccess access) {
        this.access = access;
    }

    /** To be run before the migrations: the server's settings, and whether the migrations would be allowed. */
    public void beforeMigrations() {
        List<String> problems = new ArrayList<>();
        try (Connection application = connect(access.application())) {
            problems.addAll(ServerSettingsCheck.problems(new Sql(application)));
        } catch (SQLException e) {
            throw unreachable(access.application(), e);
        }
        if (problems.isEmpty()) {
            try (Connection owner = connect(access.owner())) {
                problems.addAll(MigrationRightsCheck.problems(
                        new Sql(owner),
                        access.owner().user(),
                        access.application().user(),
                        access.sealer().user()));
            } catch (SQLException e) {
                throw unreachable(access.owner(), e);
            }
        }
        refuse(problems);
    }

    /** To be run after the migrations: what the application may do to the log, no less and no more, and what guards it. */
    public void afterMigrations() {
        List<String> problems = new ArrayList<>();
        try (Connection application = connect(access.application())) {
            Sql sql = new Sql(application);
            problems.addAll(LogRightsCheck.problems(sql, access.application().user(), access.applicationOwnsTheLog()));
            problems.addAll(LogGuardsCheck.problems(sql));
        } catch (SQLException e) {
            throw unreachable(access.application(), e);
        }
        refuse(problems);
        if (access.applicationOwnsTheLog()) {
            LOG.warn(
                    "{} both migrates and runs the application, so the application owns the log and could change it:"
                            + " set spring.flyway.user to separate the two.",
                    access.owner().user());
        }
    }

    private Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(access.url(), login.user(), login.password());
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new CannotStart(problems);
        }
    }

    private CannotStart unreachable(Login login, SQLException e) {
        String reason = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        return new CannotStart(
                "The database " + access.url().replaceFirst("\\?.*", "") + " does not let " + login.user() + " in: "
                        + reason,
                e);
    }
}
