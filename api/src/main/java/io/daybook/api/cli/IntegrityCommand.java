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

/** Exit codes: 0 every check found nothing, 2 something is wrong with the books. */
@Command(
        name = "integrity",
        description = "Checks the invariants of the books and names what breaks them.",
        mixinStandardHelpOptions = true)
final class IntegrityCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Print the API's answer as it is.")
    private boolean json;

    @Parameters(paramLabel = "--key=value", description = "Settings, see docs/operations.md.")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (LocalDaybook daybook = LocalDaybook.existing(Settings.read(settings))) {
            JsonNode report = daybook.get("/ledger/integrity");
            if (json) out.println(report);
            else print(out, report);
            return report.path("ok").asBoolean() ? 0 : 2;
        }
    }

    private static void print(PrintWriter out, JsonNode report) {
        report.path("checks").forEach(check -> out.println("checked: " + check.asString()));
        report.path("violations")
                .forEach(violation ->
                        out.println("BROKEN " + violation.path("check").asString() + ": "
                                + violation.path("detail").asString()));
        out.println(report.path("ok").asBoolean() ? "The books are whole." : "The books are not whole.");
    }
}
