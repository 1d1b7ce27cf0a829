package io.daybook.api.cli;

import io.daybook.api.boot.Settings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Exit codes: 0 the same rows, 2 some differ or the replay failed. */
@Command(
        name = "replay",
        description =
                "Rebuilds every view from the log beside the ones that are read, and puts them in place if all rows agree.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--accept-differences", description = "Put them in place though some rows do not agree.")
    private boolean acceptDifferences;

    @Option(
            names = "--projection",
            paramLabel = "NAME",
            description =
                    "Answer for this one alone, such as journal or accounts; nothing is put in place while another differs.")
    private @Nullable String projection;

    @Parameters(paramLabel = "--key=value", description = "Settings, see docs/operations.md.")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (LocalDaybook daybook = LocalDaybook.existing(Settings.read(settings))) {
            JsonNode ended =
                    daybook.follow(daybook.post("/replays", input()).path("id").asString(), look -> {});
            JsonNode report = ended.path("result");
            if (!"COMPLETED".equals(ended.path("status").asString())) {
                out.println("The replay failed: " + ended.path("errors"));
                return 2;
            }
            out.println("Replayed to position " + report.path("position").asLong() + ": "
                    + report.path("tables").asLong() + " tables, " + verdict(report));
            report.path("differences").forEach(found -> out.println(line(found)));
            report.path("differingElsewhere").forEach(table -> out.println("differs too: " + table.asString()));
            return report.path("differing").isEmpty()
                            && report.path("differingElsewhere").isEmpty()
                    ? 0
                    : 2;
        }
    }

    private String input() {
        ObjectNode input = JsonMapper.shared().createObjectNode().put("acceptDifferences", acceptDifferences);
        if (projection != null) input.put("projection", projection);
        return input.toString();
    }

    private static String line(JsonNode difference) {
        return "differs: " + difference.path("table").asString() + ": "
                + difference.path("onlyLive").asLong() + " rows that the log does not lead to, "
                + difference.path("onlyRebuilt").asLong() + " missing";
    }

    private static String verdict(JsonNode report) {
        if (report.path("madeAnew").asBoolean()) return "made anew, because they were missing.";
        boolean same = report.path("differing").isEmpty();
        if (!report.path("differingElsewhere").isEmpty())
            return (same ? "every row the same" : "some with other rows")
                    + ". Nothing was changed, because other projections differ too: look at them without --projection.";
        if (same) return "every row the same; the rebuilt ones are in place.";
        return report.path("switched").asBoolean()
                ? "some with other rows; the rebuilt ones are in place, as was asked."
                : "some with other rows. Nothing was changed: --accept-differences puts the rebuilt ones in place.";
    }
}
