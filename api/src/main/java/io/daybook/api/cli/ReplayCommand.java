package io.daybook.api.cli;

import io.daybook.api.boot.Settings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Exit codes: 0 the same rows, 2 some differ or the replay failed. */
@Command(
        name = "replay",
        description = "Rebuilds every view from the log and says whether the rows came out the same.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "--key=value", description = "Settings, see docs/operations.md.")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (LocalDaybook daybook = LocalDaybook.existing(Settings.read(settings))) {
            JsonNode ended = daybook.follow(daybook.post("/replays").path("id").asString(), look -> {});
            JsonNode report = ended.path("result");
            if (!"COMPLETED".equals(ended.path("status").asString())) {
                out.println("The replay failed: " + ended.path("errors"));
                return 2;
            }
            out.println("Replayed to position " + report.path("position").asLong() + ": "
                    + report.path("tables").asLong() + " tables, " + verdict(report));
            report.path("differing").forEach(table -> out.println("differs: " + table.asString()));
            return report.path("differing").isEmpty() ? 0 : 2;
        }
    }

    private static String verdict(JsonNode report) {
        if (report.path("madeAnew").asBoolean()) return "made anew, because they were missing.";
        if (!report.path("compared").asBoolean()) return "not compared, because the log moved on meanwhile.";
        return report.path("differing").isEmpty() ? "every row the same." : "some with other rows than before.";
    }
}
