package io.daybook.api.drill;

import io.daybook.api.postgres.CannotStart;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "kills",
        description =
                "Kills the process at each moment within an instruction at which it could pay twice or forget; then counts.",
        mixinStandardHelpOptions = true)
final class KillsCommand extends Drill {
    @Option(names = "--times", description = "How often at each of the three moments (default: ${DEFAULT-VALUE}).")
    private int times = 5;

    @Override
    String plan() {
        if (times < 1) throw new CannotStart("There is at least one kill at each moment.");
        return "%d kills at each of %d moments within an instruction.".formatted(times, Moment.values().length);
    }

    @Override
    Outcome play(int round, Stage stage, PrintWriter out) throws IOException, InterruptedException {
        return new Kills(new Kills.Size(seed(), times), stage, out).play();
    }
}
