package io.daybook.api.cli;

import io.daybook.api.postgres.CannotStart;
import io.daybook.audit.Malformed;
import io.daybook.audit.bundle.BundleVerifier;
import io.daybook.audit.bundle.Trust;
import io.daybook.audit.bundle.Verdict;
import io.daybook.audit.note.NoteKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exit codes: 0 all are genuine, 2 one is tampered with, 3 one is incomplete or unreadable. No server, database or network. */
@Command(
        name = "verify",
        description = "Says offline whether evidence is genuine, and names the first bad event.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private static final int TAMPERED = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Bundles from GET /api/v1/audit/bundle.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--key", paramLabel = "VKEY", description = "A key that you know to be the log's; may be repeated.")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--keys", paramLabel = "FILE", description = "A file with such keys, one a line.")
    private @Nullable Path keyFile;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint that you have kept: the bundle's tree must continue it.")
    private @Nullable Path checkpoint;

    @Option(names = "--json", description = "Print one JSON object a file.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Trust trust = trust();
        int worst = 0;
        for (Path file : files) {
            Verdict verdict = BundleVerifier.verify(file, trust);
            if (json) out.println(verdict.json(file.toString()));
            else print(out, file, verdict);
            if (worst != TAMPERED && verdict.exitCode() != 0) worst = verdict.exitCode();
        }
        out.flush();
        return worst;
    }

    private static void print(PrintWriter out, Path file, Verdict verdict) {
        verdict.lines().forEach(out::println);
        out.println(file + " is " + verdict.result() + ".");
    }

    private Trust trust() {
        List<String> lines = new ArrayList<>(keys);
        if (keyFile != null)
            lines.addAll(read(keyFile).lines().filter(line -> !line.isBlank()).toList());
        try {
            return new Trust(
                    lines.stream().map(String::strip).map(NoteKey::parse).toList(),
                    checkpoint == null ? null : read(checkpoint));
        } catch (Malformed e) {
            throw new CannotStart("A key is one line as in keys.txt: " + e.getMessage() + ".");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotStart(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
