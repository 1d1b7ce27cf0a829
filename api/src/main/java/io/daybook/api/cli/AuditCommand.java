package io.daybook.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What auditors do at the machine; it changes nothing of the books. */
@Command(
        name = "audit",
        description = "Reads the log, draws samples of it, and replays it into a schema to query with SQL.",
        mixinStandardHelpOptions = true,
        subcommands = {AuditEventsCommand.class, AuditSampleCommand.class, AuditReplayCommand.class})
final class AuditCommand implements Callable<Integer> {
    private static final int REFUSED = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return REFUSED;
    }
}
