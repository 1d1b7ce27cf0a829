package io.daybook.api.drill;

import io.daybook.api.postgres.CannotStart;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "messages",
        description =
                "Brings the provider's messages late, shuffled, several times and with forgeries among them; then counts.",
        mixinStandardHelpOptions = true)
final class MessagesCommand extends Drill {
    @Option(
            names = "--payouts",
            description = "How many people are paid; some four messages each (default: ${DEFAULT-VALUE}).")
    private int payouts = 2_600;

    @Override
    String plan() {
        if (payouts < 1) throw new CannotStart("At least one person is paid.");
        return "%d payouts, heard of by messages alone, each one to four times over three played days."
                .formatted(payouts);
    }

    @Override
    Outcome play(int round, Stage stage, PrintWriter out) throws IOException, InterruptedException {
        return new Messages(new Messages.Size(seed(), payouts), stage, out).play();
    }
}
