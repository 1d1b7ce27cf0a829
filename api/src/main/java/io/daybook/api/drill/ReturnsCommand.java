package io.daybook.api.drill;

import io.daybook.api.postgres.CannotStart;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "returns",
        description =
                "Payouts come back days after they were paid, before and after their month was closed; then counts.",
        mixinStandardHelpOptions = true)
final class ReturnsCommand extends Drill {
    @Option(names = "--payouts", description = "How many people are paid (default: ${DEFAULT-VALUE}).")
    private int payouts = 2_000;

    @Option(
            names = "--coming-back",
            description = "How many of a thousand payouts come back (default: ${DEFAULT-VALUE}).")
    private int comingBack = 30;

    @Override
    String plan() {
        if (payouts < 1 || comingBack < 1 || comingBack > 1_000)
            throw new CannotStart("At least one person is paid, and at least one payout of a thousand comes back.");
        return "%d payouts, of which %d in a thousand come back four days after they were paid."
                .formatted(payouts, comingBack);
    }

    @Override
    Outcome play(int round, Stage stage, PrintWriter out) throws IOException, InterruptedException {
        return new Returns(new Returns.Size(seed(), payouts, comingBack), stage, out).play();
    }
}
