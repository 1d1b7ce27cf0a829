package io.daybook.api.cli;

import io.daybook.api.boot.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a sample as JSON. */
@Command(
        name = "sample",
        description = "Draws events at random by a seed: the same ones for everybody, see docs/audit.md.",
        mixinStandardHelpOptions = true)
final class AuditSampleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private EventSelection selection = new EventSelection();

    @Option(
            names = "--seed",
            required = true,
            description = "A text that nobody could choose, such as a lottery's numbers.")
    private String seed = "";

    @Option(names = "--count", description = "How many, 25 unless told.")
    private String count = "25";

    @Option(
            names = "--known-at",
            description = "Drawn from the log up to this position or instant (default: all of it).")
    private @Nullable String knownAt;

    @Parameters(paramLabel = "--key=value", description = "Settings, see docs/operations.md.")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        String query = selection.query("seed", seed, "count", count, "knownAt", knownAt);
        try (LocalDaybook daybook = LocalDaybook.existing(Settings.read(settings))) {
            spec.commandLine()
                    .getOut()
                    .println(daybook.get("/audit/sample?" + query).toPrettyString());
            return 0;
        }
    }
}
