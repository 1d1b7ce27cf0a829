package io.daybook.api.cli;

import io.daybook.api.boot.Settings;
import io.daybook.api.postgres.CannotStart;
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

/** Exit codes: 0 the schema is there, or gone; 2 not. */
@Command(
        name = "replay",
        description =
                "Replays the log up to a position into a schema to query with SQL as daybook_auditor. The views stay as they are.",
        mixinStandardHelpOptions = true)
final class AuditReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--schema", required = true, paramLabel = "NAME", description = "Its name: begins with audit_.")
    private String schema = "";

    @Option(
            names = "--to",
            paramLabel = "POSITION",
            description = "The last position it holds (default: the log's last).")
    private @Nullable Long to;

    @Option(names = "--drop", description = "Drop the schema, and make none.")
    private boolean drop;

    @Parameters(paramLabel = "--key=value", description = "Settings, see docs/operations.md.")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        if (!schema.matches("audit_[a-z0-9_]{1,40}"))
            throw new CannotStart("The schema's name is audit_, then up to 40 of a to z, 0 to 9 and _.");
        PrintWriter out = spec.commandLine().getOut();
        try (LocalDaybook daybook = LocalDaybook.existing(Settings.read(settings))) {
            if (drop) {
                daybook.delete("/audit/replays/" + schema);
                out.println("Schema " + schema + " is dropped.");
                return 0;
            }
            return replayed(daybook, out);
        }
    }

    private int replayed(LocalDaybook daybook, PrintWriter out) throws InterruptedException {
        ObjectNode wish = JsonMapper.shared().createObjectNode().put("schema", schema);
        if (to != null) wish.put("to", to);
        String operation =
                daybook.post("/audit/replays", wish.toString()).path("id").asString();
        JsonNode ended = daybook.follow(operation, look -> {});
        if (!"COMPLETED".equals(ended.path("status").asString())) {
            out.println("The replay failed: " + ended.path("errors"));
            return 2;
        }
        JsonNode report = ended.path("result");
        out.println("Schema " + schema + " shows the log up to position "
                + report.path("position").asLong() + "; "
                + report.path("parked").asLong() + " events could not be taken in.");
        return 0;
    }
}
