package io.daybook.api.drill;

import io.daybook.api.postgres.CannotStart;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "latecomers",
        description =
                "Gives orders without pause while transactions are held open, a clock is behind and numbers are drawn"
                        + " in vain; then counts what the views show.",
        mixinStandardHelpOptions = true)
final class LatecomersCommand extends Drill {
    @Option(
            names = "--seconds",
            description =
                    "How long a transaction stays open after it wrote; another one half as long (default: ${DEFAULT-VALUE}).")
    private int seconds = 90;

    @Option(
            names = "--rolled-back",
            description = "Transactions that draw a number in vain (default: ${DEFAULT-VALUE}).")
    private int rolledBack = 3_000;

    @Option(
            names = "--lags",
            description = "Orders that are followed into the views in the end (default: ${DEFAULT-VALUE}).")
    private int lags = 1_000;

    @Option(
            names = "--claim-one-more",
            description = "One hold is counted that nobody placed: proves that the checks can be a no.")
    private boolean claimOneMore;

    @Override
    String plan() {
        if (seconds < 2 || rolledBack < Latecomers.ROUNDS || rolledBack % Latecomers.ROUNDS != 0 || lags < 100)
            throw new CannotStart(
                    "Hold for two seconds at least, roll back four transactions or a multiple, and follow 100 orders.");
        return "transactions held for %d and %d s, %d rolled back.".formatted(seconds, seconds / 2, rolledBack);
    }

    @Override
    Outcome play(int round, Stage stage, PrintWriter out) throws IOException, InterruptedException {
        Latecomers.Size size = new Latecomers.Size(seed(), Duration.ofSeconds(seconds), rolledBack, lags, claimOneMore);
        return new Latecomers(size, stage, out).play();
    }
}
