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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What all drills have in common. Exit codes: 0 when every check of every round held, 2 when one did not. */
abstract class Drill implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seed", description = "The same seed makes the same plan of faults (default: ${DEFAULT-VALUE}).")
    private long seed = 2_026;

    @Parameters(paramLabel = "--key=value", description = "daybook.data-dir, below which the drill works.")
    private List<String> settings = new ArrayList<>();

    private volatile @Nullable Stage running;

    /** Each from nothing. */
    int rounds() {
        return 1;
    }

    /** What it will do, in a sentence or two. Errors: CannotStart when it was asked for what cannot be. */
    abstract String plan();

    /** Plays one round, from the empty database to what it came to. */
    abstract Outcome play(int round, Stage stage, PrintWriter out) throws IOException, InterruptedException;

    final long seed() {
        return seed;
    }

    @Override
    public final Integer call() throws IOException, InterruptedException {
        check();
        PrintWriter out = spec.commandLine().getOut();
        String name = spec.name();
        out.printf("Drill %s, seed %d: %s%n", name, seed, plan());
        Thread cleaner = Thread.ofPlatform().name("stop-drill").unstarted(this::stop);
        Runtime.getRuntime().addShutdownHook(cleaner);
        int broken = 0;
        Path home = Settings.read(settings).daybook().dataDir().resolve("drill").toAbsolutePath();
        try (DataFolder folder = DataFolder.hold(home)) {
            for (int round = 1; round <= rounds(); round++)
                if (!holds(round, folder.resolve("round-" + round), out)) broken++;
        }
        out.printf("Drill %s, seed %d: %d of %d rounds held.%n", name, seed, rounds() - broken, rounds());
        out.flush();
        return broken == 0 ? 0 : 2;
    }

    /** A drill brings its own database and its own provider: whoever names another must not believe that it is used. */
    private void check() {
        Settings given = Settings.read(settings);
        if (given.text("spring.datasource.url").isPresent())
            throw new CannotStart("A drill runs on a database of its own: take spring.datasource.url away.");
        if (given.daybook().rails().stripe().apiKey() != null)
            throw new CannotStart("A drill runs against a provider of its own: take daybook.rails.stripe away.");
    }

    private boolean holds(int number, Path folder, PrintWriter out) throws IOException, InterruptedException {
        long began = System.nanoTime();
        out.printf("%nRound %d of %d%n", number, rounds());
        out.flush();
        empty(folder);
        Outcome outcome;
        try (Stage stage = new Stage(folder, out)) {
            running = stage;
            outcome = play(number, stage, out);
        } finally {
            running = null;
        }
        outcome.print(out);
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        if (outcome.holds()) {
            empty(folder);
            out.printf("Round %d held (%d s).%n", number, seconds);
        } else out.printf("Round %d DID NOT HOLD (%d s). What it left is in %s%n", number, seconds, folder);
        out.flush();
        return outcome.holds();
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
        Stage stage = running;
        if (stage != null) stage.close();
    }
}
