package io.daybook.api.demo;

import io.daybook.api.boot.DaybookServer;
import io.daybook.api.boot.Settings;
import io.daybook.api.postgres.DataFolder;
import io.daybook.api.postgres.EmbeddedPostgres;
import java.io.Console;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./daybook demo}: a whole pay week in an empty Daybook of its own. Exit codes: 0 when every check held, 1 when one did not. */
@Command(
        name = "demo",
        description = "Plays one pay week of the reference operator and shows the reconciled result.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    @Option(names = "--contractors", description = "How many contractors are paid (default: ${DEFAULT-VALUE}).")
    private int contractors = 8_200;

    @Option(names = "--seed", description = "The same seed makes the same week (default: ${DEFAULT-VALUE}).")
    private long seed = 2_026;

    @Option(names = "--exit", description = "Stop when done instead of serving on.")
    private boolean exit;

    @Parameters(paramLabel = "--key=value", description = "Settings, see docs/operations.md.")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        Path folder = Settings.read(settings).daybook().dataDir().resolve("demo");
        empty(folder);
        // Read by the simulated provider: its faults, like the week, follow from the seed.
        System.setProperty("daybook.demo.seed", Long.toString(seed));
        try (DaybookServer server = DaybookServer.startAndStopAtExit(demoSettings(folder))) {
            PrintStream out = System.out;
            out.printf("Daybook demo: %,d contractors, seed %d. Serving %s%n%n", contractors, seed, server.url());
            LocalDate today =
                    InstantSource.system().instant().atZone(ZoneOffset.UTC).toLocalDate();
            ReferenceWeek week = new ReferenceWeek(seed, contractors, DemoRun.lastFullWeek(today));
            DemoClient client = new DemoClient(URI.create(server.url()), tokens(folder), "demo-" + seed);
            DemoResult result = new DemoRun(client, new Progress(out, onTerminal()), week).play(folder);
            result.print(out);
            if (exit) return result.ok() ? 0 : 1;
            out.printf(
                    "Serving %s until stopped (Ctrl-C). Daybook's clock stands where the last of the week's money could have come back.%n",
                    server.url());
            out.printf(
                    "Tokens of the roles: %s. With one of them as Authorization: Bearer, look at%n"
                            + "  %s/api/v1/ledger/trial-balance%n  %s/api/v1/payout-batches%n  %s/v3/api-docs%n",
                    folder.resolve("dev-tokens.json"), server.url(), server.url(), server.url());
            server.awaitStop();
            return result.ok() ? 0 : 1;
        }
    }

    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private Settings demoSettings(Path folder) {
        List<String> all = new ArrayList<>(settings);
        all.removeIf(setting -> setting.startsWith("--daybook.data-dir="));
        all.add("--daybook.data-dir=" + folder);
        all.add("--daybook.security.dev-tokens=true");
        return Settings.read(all);
    }

    private static Map<String, String> tokens(Path folder) {
        return new JsonMapper().readValue(folder.resolve("dev-tokens.json").toFile(), new TypeReference<>() {});
    }

    /** A demo begins with nothing: what an earlier one left goes. One that still runs keeps its folder. */
    private static void empty(Path path) {
        try (DataFolder folder = DataFolder.hold(path)) {
            EmbeddedPostgres.discard(folder);
        }
    }
}
