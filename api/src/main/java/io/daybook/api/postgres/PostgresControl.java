package io.daybook.api.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The three programs that come with the embedded server, run as the right user. */
record PostgresControl(Path programs, RunAs runAs) {
    private static final String STOP_SECONDS = "60";
    private static final int FIRST_WITH_OWN_LOCALES = 17;

    /** Makes a new cluster: scram only, UTF-8, the same sort order on every platform, checksums on. */
    void initialise(Path data, String superuser, Path passwordFile) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program("initdb"),
                "--pgdata=" + data,
                "--username=" + superuser,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums"));
        // Before 17 there are none of its own: the order is by bytes all the same, but only ASCII has upper and lower
        // case.
        if (majorVersion() >= FIRST_WITH_OWN_LOCALES)
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        run(command);
    }

    /** Of what {@code initdb (PostgreSQL) 18.6} says it is. */
    private int majorVersion() throws IOException {
        String said = run(List.of(program("initdb"), "--version")).strip();
        return Integer.parseInt(said.substring(said.lastIndexOf(' ') + 1).split("\\D", 2)[0]);
    }

    /** Starts the server in a session of its own: a Ctrl-C at the terminal reaches every process of ours but this. */
    Process start(Path data, int port, Map<String, String> settings, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(program("postgres"), "-D", data.toString()));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        command.addAll(List.of("-c", "port=" + port));
        ProcessBuilder server = runAs.process(command);
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            server.command().addFirst("/usr/bin/setsid");
        }
        return server.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Ends open sessions, writes a checkpoint and waits until the server is gone. */
    void stop(Path data) throws IOException {
        run(List.of(
                program("pg_ctl"), "--pgdata=" + data, "--mode=fast", "--wait", "--timeout=" + STOP_SECONDS, "stop"));
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private static java.io.File nothing() {
        return Path.of(Files.exists(Path.of("/dev/null")) ? "/dev/null" : "NUL").toFile();
    }

    private String run(List<String> command) throws IOException {
        Process process = runAs.process(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                String name = Path.of(command.getFirst()).getFileName().toString();
                throw new CannotStart("The embedded PostgreSQL's " + name + " failed: " + lastLine(output));
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while working on the embedded PostgreSQL.", e);
        }
    }

    static String lastLine(String output) {
        return output.lines()
                .filter(line -> !line.isBlank())
                .reduce("", (earlier, later) -> later)
                .strip();
    }
}
