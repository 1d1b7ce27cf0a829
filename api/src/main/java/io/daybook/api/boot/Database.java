package io.daybook.api.boot;

import io.daybook.api.postgres.BootChecks;
import io.daybook.api.postgres.CannotStart;
import io.daybook.api.postgres.DataFolder;
import io.daybook.api.postgres.DatabaseAccess;
import io.daybook.api.postgres.DatabaseAccess.Login;
import io.daybook.api.postgres.EmbeddedPostgres;
import io.daybook.api.postgres.Migrations;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database of one run, checked and migrated; the embedded one ends with it, a configured one does not. */
record Database(DatabaseAccess access, @Nullable EmbeddedPostgres embedded) implements AutoCloseable {
    static Database prepare(Settings settings, DataFolder folder) {
        Optional<String> url = settings.text("spring.datasource.url");
        if (url.isPresent()) {
            Database configured = new Database(configured(url.get(), settings), null);
            configured.makeReady();
            return configured;
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(folder);
        Database embedded = new Database(server.access(), server);
        try {
            embedded.makeReady();
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
        return embedded;
    }

    private static DatabaseAccess configured(String url, Settings settings) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CannotStart(
                    "spring.datasource.url must begin with jdbc:postgresql: because Daybook keeps its log "
                            + "in PostgreSQL 15 to 18.");
        }
        Login application = new Login(
                settings.text("spring.datasource.username")
                        .orElseThrow(() -> new CannotStart("spring.datasource.username is missing beside the url.")),
                settings.text("spring.datasource.password").orElse(""));
        Login owner = settings.text("spring.flyway.user")
                .map(user -> new Login(
                        user,
                        settings.text("spring.flyway.password")
                                .orElse(user.equals(application.user()) ? application.password() : "")))
                .orElse(application);
        Login sealer = settings.text("daybook.audit.sealer-user")
                .map(user -> new Login(
                        user, settings.text("daybook.audit.sealer-password").orElse("")))
                .orElse(owner);
        return new DatabaseAccess(url, application, owner, sealer);
    }

    private void makeReady() {
        BootChecks checks = new BootChecks(access);
        checks.beforeMigrations();
        new Migrations(access).run();
        checks.afterMigrations();
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
