package io.daybook.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.daybook.api.eventlog.Projector;
import io.daybook.api.postgres.DatabaseAccess;
import io.daybook.api.postgres.DatabaseAccess.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Accounts and books made anew in a process of its own, with no more heap than is given to it. */
final class RebuildAlone {
    private static final String HEAP = "-Xmx512m";

    private RebuildAlone() {}

    /** The views are empty and their tokens at the beginning. Answers seconds. Errors: IllegalStateException when it died. */
    static double run(DatabaseAccess access) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-Daxoniq.update-checker.disabled=true",
                "-Ddisable-axoniq-console-message=true",
                "-cp",
                System.getProperty("java.class.path"),
                RebuildAlone.class.getName(),
                access.url(),
                access.application().user()));
        builder.environment().put("DAYBOOK_PASSWORD", access.application().password());
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException("the rebuild ended with " + process.exitValue());
        String[] lines = printed.strip().split("\n");
        return Double.parseDouble(lines[lines.length - 1]);
    }

    public static void main(String[] args) throws Exception {
        Login login = new Login(args[1], System.getenv("DAYBOOK_PASSWORD"));
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setSchema("daybook");
        try (HikariDataSource pool = new HikariDataSource(config);
                BonusLog log = new BonusLog(pool)) {
            Projector projector = log.projector();
            System.out.println(Rebuilds.toTheEnd(projector));
        }
    }
}
