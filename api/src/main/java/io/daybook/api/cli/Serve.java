package io.daybook.api.cli;

import io.daybook.api.boot.DaybookServer;
import io.daybook.api.boot.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        description = "Serves until stopped; with an embedded PostgreSQL unless a datasource is configured.",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "--key=value", description = "Settings, see docs/operations.md.")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        DaybookServer server = DaybookServer.startAndStopAtExit(Settings.read(settings));
        spec.commandLine().getOut().println("Daybook serves " + server.url() + " until stopped (Ctrl-C).");
        server.awaitStop();
        return 0;
    }
}
