package io.daybook.api.boot;

import io.daybook.api.postgres.DataFolder;
import io.daybook.api.postgres.DatabaseAccess;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/** The database, got ready by a thread of its own while Spring reads what the program consists of. */
final class DatabaseToCome implements AutoCloseable {
    private final CompletableFuture<Database> database;

    private DatabaseToCome(CompletableFuture<Database> database) {
        this.database = database;
    }

    static DatabaseToCome prepare(Settings settings, DataFolder folder) {
        return new DatabaseToCome(CompletableFuture.supplyAsync(
                () -> Database.prepare(settings, folder),
                task -> Thread.ofPlatform().name("database").start(task)));
    }

    /**
     * Waits until it is ready.
     *
     * @throws io.daybook.api.postgres.CannotStart with one line per problem
     */
    DatabaseAccess access() {
        try {
            return database.join().access();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException reason) throw reason;
            if (e.getCause() instanceof Error error) throw error;
            throw e;
        }
    }

    /** Why there is none, which is then why nothing else could start; empty where it is ready or still to come. */
    Optional<RuntimeException> failure() {
        return database.isCompletedExceptionally() && database.exceptionNow() instanceof RuntimeException reason
                ? Optional.of(reason)
                : Optional.empty();
    }

    /** The settings that lead to it. Their names are known from the beginning; who asks for a value waits. */
    EnumerablePropertySource<DatabaseToCome> settings() {
        return new EnumerablePropertySource<>("database", this) {
            @Override
            public String[] getPropertyNames() {
                return new String[] {
                    "spring.datasource.url",
                    "spring.datasource.username",
                    "spring.datasource.password",
                    "spring.flyway.user",
                    "spring.flyway.password"
                };
            }

            @Override
            public @Nullable Object getProperty(String name) {
                return switch (name) {
                    case "spring.datasource.url" -> access().url();
                    case "spring.datasource.username" -> access().application().user();
                    case "spring.datasource.password" -> access().application().password();
                    case "spring.flyway.user" -> access().owner().user();
                    case "spring.flyway.password" -> access().owner().password();
                    default -> null;
                };
            }
        };
    }

    /** Whatever became of it: nothing is left running. */
    @Override
    public void close() {
        if (database.handle((ready, failure) -> failure == null).join())
            database.join().close();
    }
}
