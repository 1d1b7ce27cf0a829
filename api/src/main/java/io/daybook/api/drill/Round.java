package io.daybook.api.drill;

import io.daybook.api.postgres.DatabaseAccess;
import io.daybook.money.Money;
import io.daybook.rail.Instruction;
import io.daybook.rail.simulator.Fault;
import io.daybook.rail.simulator.FaultPlan;
import io.daybook.rail.simulator.PayoutFate;
import io.daybook.rail.simulator.SimulatedProvider;
import io.daybook.rail.simulator.SimulatorRail;
import io.daybook.rail.simulator.SimulatorServer;
import io.daybook.rail.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One payday in a storm: a database, a provider and nodes of its own, all gone when it is closed. */
final class Round implements AutoCloseable {
    private static final String API_KEY = "sk_test_storm";
    private static final String SECRET = "whsec_storm";

    /** Quick banks, so that a round takes minutes. */
    private static final SimulatorSettings.Timing TIMING = new SimulatorSettings.Timing(
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ZERO);

    private final Size size;
    private final Path folder;
    private final PrintWriter out;
    private final Deque<AutoCloseable> held = new ArrayDeque<>();

    /** @param payOneTwice the provider pays one payout twice, so that the verdict must be a no */
    record Size(long seed, int number, int payouts, int nodes, boolean payOneTwice) {}

    Round(Size size, Path folder, PrintWriter out) {
        this.size = size;
        this.folder = folder;
        this.out = out;
    }

    /** Plays it from the empty database to the verdict. */
    Verdict play() throws IOException, InterruptedException {
        StormPlan plan = StormPlan.of(size.seed(), size.number(), size.nodes(), size.payouts());
        KeyCheck keys = new KeyCheck();
        SimulatedProvider provider = new SimulatedProvider(settings(), InstantSource.system());
        SimulatorServer server = hold(new SimulatorServer(
                provider, new SimulatorServer.Options(0, API_KEY, Optional.empty(), Duration.ZERO, keys)));
        DrillDatabase database = hold(new DrillDatabase(folder.resolve("database")));
        Nodes nodes = hold(nodes(server, database.access()));
        DrillClient api = clientOf(nodes);
        Postman postman = hold(new Postman(provider, nodes.urls(), size.seed()));
        Workforce workforce = Workforce.of(size.seed(), size.number(), size.payouts(), lastFullWeek());
        Payday payday = new Payday(api, provider, workforce, out);
        String batch = payday.prepare();
        var answers = payday.releaseEverywhere(batch);
        new Gust(plan, nodes, database, provider, out).blow();
        out.printf("  the release, asked of all nodes at once, was answered %s%n", answers.join());
        for (Node node : nodes.all()) api.awaitUp(node);
        payday.insist(batch);
        Calm calm = new Calm(api, provider, batch, out);
        calm.sendTheRest();
        provider.calm();
        calm.settle();
        if (size.payOneTwice()) payTwice(provider, workforce, api, batch);
        Verdict verdict = Verdict.of(new Reading(api, provider, workforce, batch)
                .read(new Evidence.Wire(keys.reused(), keys.unkeyed(), postman.forged(), postman.believed())));
        out.printf(
                "  %d instructions sent, %d of them repeats; %d commits cut; nodes started again %d times;"
                        + " %d webhooks taken, %d forged%n",
                keys.writes(),
                keys.repeats(),
                database.wire().cuts(),
                nodes.restarts(),
                postman.taken(),
                postman.forged());
        return verdict;
    }

    private SimulatorSettings settings() {
        FaultPlan faults = FaultPlan.none()
                .with(PayoutFate.REFUSED, 8_000)
                .with(PayoutFate.FAILED, 14_000)
                .with(PayoutFate.FAILED_AFTER_PAID, 8_000)
                .with(Fault.LOST, 40_000)
                .with(Fault.CUT, 10_000)
                .with(Fault.SAVED_500, 25_000)
                .with(Fault.SAVED_500_AFTER, 25_000)
                .with(Fault.RESET, 20_000)
                .with(Fault.BAD_GATEWAY, 5_000)
                .with(Fault.GARBAGE, 5_000)
                .with(Fault.CONFLICT, 5_000)
                .with(Fault.RATE_LIMITED, 20_000)
                .with(new FaultPlan.Webhooks(20_000, 200_000, 200_000, Duration.ofSeconds(15)));
        return SimulatorSettings.plain(size.seed() + size.number())
                .with(faults)
                .with(TIMING)
                .openingAccounts()
                .signingWith(SECRET);
    }

    private Nodes nodes(SimulatorServer server, DatabaseAccess database) throws IOException {
        List<String> settings = List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.application().user(),
                "--spring.flyway.user=" + database.owner().user(),
                "--daybook.security.dev-tokens=true",
                "--daybook.rails.stripe.api-key=" + API_KEY,
                "--daybook.rails.stripe.api-base=" + server.url(),
                "--daybook.rails.stripe.webhook-secret=" + SECRET,
                "--daybook.rails.stripe.requests-per-second=" + (20 + size.payouts() / 40),
                "--daybook.rails.stripe.poll-interval=PT2S",
                "--daybook.rails.stripe.unknown-delays=PT1S,PT2S,PT3S,PT5S");
        Map<String, String> environment = Map.of(
                "SPRING_DATASOURCE_PASSWORD", database.application().password(),
                "SPRING_FLYWAY_PASSWORD", database.owner().password());
        List<Node> nodes = new ArrayList<>();
        for (int number = 0; number < size.nodes(); number++)
            nodes.add(new Node(number, folder, settings, environment));
        return new Nodes(nodes);
    }

    private DrillClient clientOf(Nodes nodes) throws InterruptedException {
        DrillClient stranger = new DrillClient(nodes.urls(), Map.of());
        for (Node node : nodes.all()) stranger.awaitUp(node);
        out.printf("  %d nodes on one database%n", nodes.all().size());
        Map<String, String> tokens =
                new JsonMapper().readValue(nodes.get(0).tokens().toFile(), new TypeReference<>() {});
        return new DrillClient(nodes.urls(), tokens);
    }

    /** As a provider would that lost its keys: the same transfer and payout once more, under another key. */
    private static void payTwice(SimulatedProvider provider, Workforce workforce, DrillClient api, String batch)
            throws InterruptedException {
        String payout = api.all(Payday.MAKER, "/payout-batches/" + batch + "/payouts?status=PAID")
                .getFirst()
                .path("id")
                .asString();
        SimulatorRail rail = new SimulatorRail(provider);
        String account = workforce.people().getFirst().account();
        Money amount = Money.of(100, "USD");
        rail.submit(new Instruction.Transfer("twice:transfer", payout, 1, amount, account));
        rail.submit(new Instruction.PayOut("twice:payout", payout, 1, amount, account));
        provider.advance(Duration.ofMinutes(1));
    }

    private static LocalDate lastFullWeek() {
        return LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC)
                .with(java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY))
                .minusWeeks(1);
    }

    private synchronized <T extends AutoCloseable> T hold(T one) {
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
                LoggerFactory.getLogger(Round.class).error("Could not stop in good order", e);
            }
        }
    }
}
