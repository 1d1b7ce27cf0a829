package io.daybook.api.drill;

import io.daybook.api.postgres.CannotStart;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "storm",
        description = "Pays people through several nodes while nodes, database, wire and provider fail; then counts.",
        mixinStandardHelpOptions = true)
final class StormCommand extends Drill {
    @Option(names = "--rounds", description = "How many rounds, each from nothing (default: ${DEFAULT-VALUE}).")
    private int rounds = 1;

    @Option(names = "--payouts", description = "How many people are paid in a round (default: ${DEFAULT-VALUE}).")
    private int payouts = 400;

    @Option(names = "--nodes", description = "How many nodes share the database (default: ${DEFAULT-VALUE}).")
    private int nodes = 3;

    @Option(
            names = "--pay-one-twice",
            description = "The provider pays one payout twice in the end: proves that the verdict can be a no.")
    private boolean payOneTwice;

    @Override
    int rounds() {
        return rounds;
    }

    @Override
    String plan() {
        if (rounds < 1 || payouts < 1 || nodes < 1)
            throw new CannotStart("A storm has at least one round, one payout and one node.");
        return "%d rounds of %d payouts on %d nodes. The seed decides what fails and when; what it hits is up to the machine."
                .formatted(rounds, payouts, nodes);
    }

    @Override
    Outcome play(int round, Stage stage, PrintWriter out) throws IOException, InterruptedException {
        return new Storm(new Storm.Size(seed(), round, payouts, nodes, payOneTwice), stage, out).play();
    }
}
