package io.daybook.api.cli;

import io.daybook.api.boot.Settings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Exit codes: 0 the views lack nothing, 2 they do. */
@Command(
        name = "dead-letters",
        description = "Lists the facts that the views could not take in, and has them tried again.",
        mixinStandardHelpOptions = true)
final class DeadLettersCommand implements Callable<Integer> {
    private static final String LIST = "/dead-letters?limit=500";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--retry", description = "Try them again first: the reason may be gone.")
    private boolean retry;

    @Parameters(paramLabel = "--key=value", description = "Settings, see docs/operations.md.")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (LocalDaybook daybook = LocalDaybook.existing(Settings.read(settings))) {
            if (retry)
                out.println("taken in: "
                        + daybook.post("/dead-letters/retry").path("shown").asLong()
                        + ". Behind facts that came later: ./daybook replay says whether that made a difference.");
            JsonNode page = daybook.get(LIST);
            page.path("items").forEach(letter -> out.println(line(letter)));
            boolean whole = page.path("items").isEmpty();
            if (whole) out.println("The views lack nothing.");
            else if (page.hasNonNull("nextCursor")) out.println("… and more");
            return whole ? 0 : 2;
        }
    }

    private static String line(JsonNode letter) {
        return "position " + letter.path("position").asLong() + ", "
                + letter.path("type").asString() + " of "
                + letter.path("stream").asString() + ": " + letter.path("code").asString() + " "
                + letter.path("place").asString();
    }
}
