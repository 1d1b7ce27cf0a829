package io.daybook.api.drill;

import io.daybook.api.postgres.DatabaseAccess;
import io.daybook.rail.simulator.SimulatedProvider;
import io.daybook.rail.simulator.SimulatorServer;
import io.daybook.rail.simulator.SimulatorSettings;
import io.daybook.rail.simulator.WireObserver;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a drill is played on: a database, a provider and nodes of its own, all gone when it is closed. */
final class Stage implements AutoCloseable {
    private static final String API_KEY = "sk_test_drill";
    private static final String SECRET = "whsec_drill";

    /** Quick banks, so that a drill takes minutes. */
    private static final SimulatorSettings.Timing TIMING = new SimulatorSettings.Timing(
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ZERO);

    private final Path folder;
    private final PrintWriter out;
    private final Deque<AutoCloseable> held = new ArrayDeque<>();

    Stage(Path folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
    }

    /** @param rail settings of {@code daybook.rails.stripe}, by their last name */
    record Scenery(SimulatorSettings provider, int nodes, Map<String, String> rail) {
        /** A provider with quick banks that knows every account; its faults are added by the drill. */
        static SimulatorSettings quick(long seed) {
            return SimulatorSettings.plain(seed).with(TIMING).openingAccounts().signingWith(SECRET);
        }
    }

    /** Everything runs. */
    record Cast(SimulatedProvider provider, DrillDatabase database, Nodes nodes, DrillClient api) {}

    Cast enter(Scenery scenery, WireObserver observer) throws IOException, InterruptedException {
        return enterEach(scenery, node -> observer);
    }

    /** @param observers of what each node, by its number, sends to the provider */
    Cast enterEach(Scenery scenery, IntFunction<WireObserver> observers) throws IOException, InterruptedException {
        SimulatedProvider provider = new SimulatedProvider(scenery.provider(), InstantSource.system());
        DrillDatabase database = hold(new DrillDatabase(folder.resolve("database")));
        List<Node> nodes = new ArrayList<>();
        for (int number = 0; number < scenery.nodes(); number++) {
            SimulatorServer server = hold(new SimulatorServer(
                    provider,
                    new SimulatorServer.Options(0, API_KEY, Optional.empty(), Duration.ZERO, observers.apply(number))));
            nodes.add(node(number, scenery, server, database.access()));
        }
        Nodes running = hold(new Nodes(nodes));
        return new Cast(provider, database, running, clientOf(running));
    }

    private Node node(int number, Scenery scenery, SimulatorServer server, DatabaseAccess database) throws IOException {
        List<String> settings = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.application().user(),
                "--spring.flyway.user=" + database.owner().user(),
                "--daybook.security.dev-tokens=true",
                "--daybook.rails.stripe.api-key=" + API_KEY,
                "--daybook.rails.stripe.api-base=" + server.url(),
                "--daybook.rails.stripe.webhook-secret=" + SECRET));
        scenery.rail().forEach((name, value) -> settings.add("--daybook.rails.stripe." + name + "=" + value));
        Map<String, String> environment = Map.of(
                "SPRING_DATASOURCE_PASSWORD", database.application().password(),
                "SPRING_FLYWAY_PASSWORD", database.owner().password());
        return new Node(number, folder, settings, environment);
    }

    private DrillClient clientOf(Nodes nodes) throws InterruptedException {
        DrillClient stranger = new DrillClient(nodes.urls(), Map.of());
        for (Node node : nodes.all()) stranger.awaitUp(node);
        out.printf("  %d nodes on one database%n", nodes.all().size());
        Map<String, String> tokens =
                new JsonMapper().readValue(nodes.get(0).tokens().toFile(), new TypeReference<>() {});
        return new DrillClient(nodes.urls(), tokens);
    }

    /** Its Monday. */
    static LocalDate lastFullWeek() {
        return fullWeekBefore(LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC));
    }

    /** Its Monday. */
    static LocalDate fullWeekBefore(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
    }

    /** Closed with the stage, the last one first. */
    synchronized <T extends AutoCloseable> T hold(T one) {
        held.push(one);
        return one;
    }

    @Override
    public synchronized void close() {
        while (!held.isEmpty()) {
            AutoCloseable next = held.pop();
            try {
                next.close();
            } catch (Exception e) {
                LoggerFactory.getLogger(Stage.class).error("Could not stop in good order", e);
            }
        }
    }
}
