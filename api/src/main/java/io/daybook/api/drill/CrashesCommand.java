package io.daybook.api.drill;

import io.daybook.api.postgres.CannotStart;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "crashes",
        description =
                "Gives orders without pause while nodes are killed and stand still and PostgreSQL crashes; then counts.",
        mixinStandardHelpOptions = true)
final class CrashesCommand extends Drill {
    @Option(
            names = "--crashes",
            description = "How often a node is killed, and PostgreSQL crashes (default: ${DEFAULT-VALUE}).")
    private int crashes = 5;

    @Option(
            names = "--freezes",
            description = "How often a node stands still, for 15, 30 and 60 s in turn (default: ${DEFAULT-VALUE}).")
    private int freezes = 3;

    @Option(
            names = "--claim-one-more",
            description = "One order is counted as acknowledged that nobody gave: proves that the checks can be a no.")
    private boolean claimOneMore;

    @Override
    String plan() {
        if (crashes < 0 || freezes < 0 || crashes + freezes == 0)
            throw new CannotStart("There is at least one crash or one node that stands still.");
        return "%d kills, %d crashes of PostgreSQL, a node stands still %d times.".formatted(crashes, crashes, freezes);
    }

    @Override
    Outcome play(int round, Stage stage, PrintWriter out) throws IOException, InterruptedException {
        return new Crashes(new Crashes.Size(seed(), crashes, freezes, claimOneMore), stage, out).play();
    }
}
