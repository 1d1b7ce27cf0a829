package io.daybook.api.cli;

import io.daybook.api.boot.Settings;
import io.daybook.api.postgres.CannotStart;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exit codes: 0 all of it is there, 2 not. */
@Command(
        name = "events",
        description = "Writes events, one a line, with their SHA-256 in a file beside it that sha256sum -c takes.",
        mixinStandardHelpOptions = true)
final class AuditEventsCommand implements Callable<Integer> {
    /** How events are written. */
    enum Format {
        ndjson("application/x-ndjson"),
        csv("text/csv");

        private final String media;

        Format(String media) {
            this.media = media;
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private EventSelection selection = new EventSelection();

    @Option(names = "--after", description = "Only those behind this position.")
    private @Nullable String after;

    @Option(names = "--format", description = "ndjson (the default) or csv.")
    private Format format = Format.ndjson;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to (default: here). A file that is there is replaced.")
    private @Nullable Path out;

    @Parameters(paramLabel = "--key=value", description = "Settings, see docs/operations.md.")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter print = spec.commandLine().getOut();
        Path file = out;
        String path = "/audit/events?" + selection.query("after", after);
        try (LocalDaybook daybook = LocalDaybook.existing(Settings.read(settings))) {
            if (file == null) daybook.copy(path, format.media, lines(print));
            else print.println(write(daybook, path, file) + "  " + file.getFileName());
            print.flush();
            return 0;
        } catch (IOException | UncheckedIOException e) {
            throw new CannotStart("The events could not be written: " + e.getMessage(), e);
        }
    }

    /** What is printed there goes on as text; UTF-8 may be cut between two pieces of it. */
    private static OutputStream lines(PrintWriter print) {
        return new ByteArrayOutputStream() {
            @Override
            public void flush() {
                print.print(toString(StandardCharsets.UTF_8));
                reset();
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                for (int i = from; i < from + length; i++) {
                    write(bytes[i]);
                    if (bytes[i] == '\n') flush();
                }
            }
        };
    }

    private String write(LocalDaybook daybook, String path, Path file) throws IOException {
        MessageDigest sha256 = sha256();
        try (OutputStream bytes =
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), sha256)) {
            daybook.copy(path, format.media, bytes);
        }
        String digest = HexFormat.of().formatHex(sha256.digest());
        Files.writeString(
                file.resolveSibling(file.getFileName() + ".sha256"), digest + "  " + file.getFileName() + "\n");
        return digest;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
