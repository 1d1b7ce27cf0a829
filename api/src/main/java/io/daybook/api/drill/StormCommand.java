package io.daybook.api.drill;

import io.daybook.api.boot.ServerFile;
import io.daybook.api.boot.Settings;
import io.daybook.api.postgres.CannotStart;
import io.daybook.api.postgres.DataFolder;
import io.daybook.api.postgres.EmbeddedPostgres;
import io.daybook.api.postgres.PrivateFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exit codes: 0 when every check of every round held, 2 when one did not. */
@Command(
        name = "storm",
        description = "Pays people through several nodes while nodes, database, wire and provider fail; then counts.",
        mixinStandardHelpOptions = true)
final class StormCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--rounds", description = "How many rounds, each from nothing (default: ${DEFAULT-VALUE}).")
    private int rounds = 1;

    @Option(names = "--seed", description = "The same seed makes the same plan of faults (default: ${DEFAULT-VALUE}).")
    private long seed = 2_026;

    @Option(names = "--payouts", description = "How many people are paid in a round (default: ${DEFAULT-VALUE}).")
    private int payouts = 400;

    @Option(names = "--nodes", description = "How many nodes share the database (default: ${DEFAULT-VALUE}).")
    private int nodes = 3;

    @Option(
            names = "--pay-one-twice",
            description = "The provider pays one payout twice in the end: proves that the verdict can be a no.")
    private boolean payOneTwice;

    @Parameters(paramLabel = "--key=value", description = "daybook.data-dir, below which the drill works.")
    private List<String> settings = new ArrayList<>();

    private volatile @Nullable Round running;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "Storm: seed %d, %d rounds of %d payouts on %d nodes. The seed decides what fails and when; what it"
                        + " hits is up to the machine.%n",
                seed, rounds, payouts, nodes);
        Thread cleaner = Thread.ofPlatform().name("stop-drill").unstarted(this::stop);
        Runtime.getRuntime().addShutdownHook(cleaner);
        int broken = 0;
        Path home = Settings.read(settings).daybook().dataDir().resolve("drill").toAbsolutePath();
        try (DataFolder folder = DataFolder.hold(home)) {
            for (int round = 1; round <= rounds; round++)
                if (!play(round, folder.resolve("round-" + round), out)) broken++;
        }
        out.printf("Storm, seed %d: %d of %d rounds held.%n", seed, rounds - broken, rounds);
        out.flush();
        return broken == 0 ? 0 : 2;
    }

    /** A drill brings its own database and its own provider: whoever names another must not believe that it is used. */
    private void check() {
        if (rounds < 1 || payouts < 1 || nodes < 1)
            throw new CannotStart("A storm has at least one round, one payout and one node.");
        Settings given = Settings.read(settings);
        if (given.text("spring.datasource.url").isPresent())
            throw new CannotStart("A drill runs on a database of its own: take spring.datasource.url away.");
        if (given.daybook().rails().stripe().apiKey() != null)
            throw new CannotStart("A drill runs against a provider of its own: take daybook.rails.stripe away.");
    }

    private boolean play(int number, Path folder, PrintWriter out) throws IOException, InterruptedException {
        long began = System.nanoTime();
        out.printf("%nRound %d of %d%n", number, rounds);
        out.flush();
        empty(folder);
        Verdict verdict;
        try (Round round = new Round(new Round.Size(seed, number, payouts, nodes, payOneTwice), folder, out)) {
            running = round;
            verdict = round.play();
        } finally {
            running = null;
        }
        new VerdictTable(verdict, out).print();
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        if (verdict.holds()) {
            empty(folder);
            out.printf("Round %d held (%d s).%n", number, seconds);
        } else out.printf("Round %d DID NOT HOLD (%d s). What it left is in %s%n", number, seconds, folder);
        out.flush();
        return verdict.holds();
    }

    /** What an earlier drill left behind goes, unless it still runs. */
    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            PrivateFiles.createFolder(folder);
            return;
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "node-*")) {
            for (Path part : parts)
                if (DataFolder.isHeld(part))
                    throw new CannotStart("A node of an earlier drill still runs in " + part + ": "
                            + ServerFile.in(part).map(ServerFile::toString).orElse("end it") + ".");
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw new UncheckedIOException(e.getCause());
        }
        Path database = folder.resolve("database");
        if (Files.exists(database)) {
            try (DataFolder held = DataFolder.hold(database)) {
                EmbeddedPostgres.discard(held);
            }
        }
        PrivateFiles.deleteTree(folder);
        PrivateFiles.createFolder(folder);
    }

    private void stop() {
        Round round = running;
        if (round != null) round.close();
    }
}
