package io.daybook.api.drill;

import io.daybook.api.postgres.CannotStart;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "standstill",
        description =
                "Asks all nodes for one release at the same moment, and stops the one that sends within a call; then counts.",
        mixinStandardHelpOptions = true)
final class StandstillCommand extends Drill {
    @Option(names = "--rounds", description = "How many rounds, each from nothing (default: ${DEFAULT-VALUE}).")
    private int rounds = 1;

    @Option(names = "--payouts", description = "How many people are paid in a round (default: ${DEFAULT-VALUE}).")
    private int payouts = 400;

    @Option(names = "--nodes", description = "How many nodes share the database (default: ${DEFAULT-VALUE}).")
    private int nodes = 3;

    @Option(names = "--seconds", description = "How long the node stands still (default: ${DEFAULT-VALUE}).")
    private int seconds = 45;

    @Override
    int rounds() {
        return rounds;
    }

    @Override
    String plan() {
        if (rounds < 1 || payouts < 2 || nodes < 2 || seconds < 20)
            throw new CannotStart(
                    "A standstill has at least one round, two payouts and two nodes, and lasts for 20 seconds:"
                            + " before that nobody takes over.");
        return "%d rounds of %d payouts on %d nodes, one of which stands still for %d s."
                .formatted(rounds, payouts, nodes, seconds);
    }

    @Override
    Outcome play(int round, Stage stage, PrintWriter out) throws IOException, InterruptedException {
        return new Standstill(
                        new Standstill.Size(seed(), round, payouts, nodes, Duration.ofSeconds(seconds)), stage, out)
                .play();
    }
}
