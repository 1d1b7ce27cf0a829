package io.daybook.api.drill;

import io.daybook.api.postgres.CannotStart;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "forgotten",
        description = "Loses answers and stays down until the provider has forgotten every key; then counts.",
        mixinStandardHelpOptions = true)
final class ForgottenCommand extends Drill {
    @Option(
            names = "--answers",
            description = "How many are lost, of transfers and of payouts each (default: ${DEFAULT-VALUE}).")
    private int answers = 100;

    @Override
    String plan() {
        if (answers < 1) throw new CannotStart("At least one answer is lost.");
        return "%1$d answers and %1$d requests are lost, of transfers and of payouts each; then 25 played hours pass."
                .formatted(answers);
    }

    @Override
    Outcome play(int round, Stage stage, PrintWriter out) throws IOException, InterruptedException {
        return new Forgotten(new Forgotten.Size(seed(), answers), stage, out).play();
    }
}
