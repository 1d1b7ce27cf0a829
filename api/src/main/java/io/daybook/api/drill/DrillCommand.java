package io.daybook.api.drill;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "drill",
        description = "Puts Daybook through what production will do one day, on a database and a provider of its own.",
        mixinStandardHelpOptions = true,
        subcommands = {
            StormCommand.class,
            KillsCommand.class,
            ForgottenCommand.class,
            MessagesCommand.class,
            StandstillCommand.class,
            ReturnsCommand.class,
            CrashesCommand.class,
            LatecomersCommand.class
        })
public final class DrillCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr(), CommandLine.Help.Ansi.OFF);
        return 2;
    }
}
