package io.daybook.api.cli;

import io.daybook.api.demo.DemoCommand;
import io.daybook.api.drill.DrillCommand;
import io.daybook.api.eventlog.CodeVersion;
import io.daybook.api.postgres.CannotStart;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code ./daybook}. Exit codes: 0 done, 1 a bug, 2 refused with one line per reason. */
@Command(
        name = "daybook",
        description = "An event-sourced payroll and payout ledger.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            Serve.class,
            DemoCommand.class,
            DrillCommand.class,
            ImportCommand.class,
            ReplayCommand.class,
            DeadLettersCommand.class,
            IntegrityCommand.class,
            ExportCommand.class,
            AuditCommand.class,
            VerifyCommand.class
        })
public final class Main implements Callable<Integer> {
    private static final int REFUSED = 2;

    public static void main(String[] args) {
        // Before any class of Axon is loaded: it would otherwise report home and print a banner.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        // A virtual thread that loads a class holds its carrier. With as many carriers as cores, two of them waiting
        // for
        // a lock inside the nested jar leave none for the thread that holds it, and everything stands still.
        System.setProperty("jdk.virtualThreadScheduler.parallelism", "64");
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setUnmatchedOptionsArePositionalParams(true)
                .setParameterExceptionHandler(
                        (problem, words) -> complain(problem.getCommandLine().getErr(), problem))
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(line.getErr(), failure));
    }

    private static int complain(PrintWriter err, Exception problem) {
        err.println(problem.getMessage() + " (./daybook --help lists the commands)");
        return REFUSED;
    }

    private static int failed(PrintWriter err, Exception failure) {
        if (failure instanceof CannotStart refusal) {
            refusal.problems().forEach(err::println);
            return REFUSED;
        }
        LoggerFactory.getLogger(Main.class).error("This is a bug in Daybook", failure);
        return 1;
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.err);
        return REFUSED;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"daybook " + CodeVersion.CURRENT};
        }
    }
}
