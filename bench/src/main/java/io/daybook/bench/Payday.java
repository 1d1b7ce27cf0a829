package io.daybook.bench;

import io.daybook.api.postgres.DatabaseAccess;
import io.daybook.money.Money;
import io.daybook.rail.simulator.SimulatedProvider;
import io.daybook.rail.simulator.SimulatorServer;
import io.daybook.rail.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** Batches through the public API, two people at every gate, paid by a provider that limits how fast it may be told to. */
final class Payday implements AutoCloseable {
    private static final String API_KEY = "sk_test_bench";
    private static final String RAIL = "/rails/stripe";
    private static final Money FUNDS = Money.of(100_000_000_00L, "USD");
    private static final int CALLERS = 16;

    /** Quick banks, so that what was paid before is not asked for while the next is measured. */
    private static final SimulatorSettings.Timing TIMING = new SimulatorSettings.Timing(
            Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofDays(9), Duration.ZERO);

    /** One for all: what it carries must be what the log meant. */
    private static final SimulatedProvider PROVIDER =
            new SimulatedProvider(SimulatorSettings.plain(1).with(TIMING).openingAccounts(), InstantSource.system());

    private final WireLog wire;
    private final SimulatorServer server;
    private final Program program;
    private final Payroll payroll;

    /** @param perSecond of each kind of request, which the provider keeps too; 0 is without limit */
    record Terms(int perSecond, int inFlight, Duration latency) {}

    Payday(DatabaseAccess access, Path folder, Payroll payroll, Terms terms) throws IOException, InterruptedException {
        this.payroll = payroll;
        wire = new WireLog(terms.latency());
        server = new SimulatorServer(
                PROVIDER,
                new SimulatorServer.Options(0, API_KEY, Optional.empty(), Duration.ZERO, wire, terms.perSecond()));
        program = new Program(
                access,
                folder,
                List.of(
                        "--daybook.rails.stripe.api-key=" + API_KEY,
                        "--daybook.rails.stripe.api-base=" + server.url(),
                        "--daybook.rails.stripe.webhook-secret=whsec_bench",
                        "--daybook.rails.stripe.requests-per-second="
                                + (terms.perSecond() == 0 ? Integer.MAX_VALUE : terms.perSecond()),
                        "--daybook.rails.stripe.max-in-flight=" + terms.inFlight()));
        prepare();
    }

    /** People, and money to pay them with. */
    private void prepare() throws IOException, InterruptedException {
        String upload = program.upload(Program.MAKER, "/imports?kind=roster", payroll.roster())
                .path("id")
                .asString();
        program.awaitCompleted(Program.MAKER, "/imports/" + upload);
        if (isFunded(program.get(Program.MAKER, RAIL))) return;
        String id = program.post(Program.MAKER, "/funding", """
                        {"rail": "stripe", "amount": {"amount": %d, "currency": "USD"}, "reference": "bench"}
                        """.formatted(FUNDS.minor()))
                .path("id")
                .asString();
        program.post(Program.CHECKER, "/funding/" + id + "/confirm", "{}");
        PROVIDER.fund(FUNDS, "bench");
        program.await(Program.MAKER, RAIL, Payday::isFunded);
    }

    private static boolean isFunded(JsonNode rail) {
        return rail.path("ledger1010").path("amount").asLong() > 0;
    }

    /** Gives the first {@code count} people a bonus each and pays them; answers how fast it left, once the batch is over. */
    WireLog.Pace pay(int count) throws Exception {
        List<Future<?>> bonuses = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            payroll.references(count)
                    .forEach(person -> bonuses.add(callers.submit(() -> {
                        OrdersOverHttp.bonus(program, person);
                        return person;
                    })));
        }
        for (Future<?> bonus : bonuses) bonus.get();
        String batch = released(count);
        JsonNode counts = program.awaitCompleted(Program.MAKER, "/payout-batches/" + batch)
                .path("counts");
        if (counts.path("paid").asInt() != count) throw new IllegalStateException("not all were paid: " + counts);
        return wire.pace();
    }

    private String released(int count) throws IOException, InterruptedException {
        String batch = program.post(Program.MAKER, "/payout-batches", """
                        {"rail": "stripe", "currency": "USD", "cutoff": "%s"}
                        """.formatted(Instant.now()))
                .path("id")
                .asString();
        program.post(Program.MAKER, "/payout-batches/" + batch + "/freeze", "{}");
        JsonNode frozen = program.await(
                Program.MAKER,
                "/payout-batches/" + batch,
                row -> row.path("status").asString().equals("FROZEN"));
        if (frozen.path("totals").path("lines").asInt() != count)
            throw new IllegalStateException("not all are in the batch: " + frozen);
        program.post(Program.CHECKER, "/payout-batches/" + batch + "/approve", """
                {"contentHash": "%s"}
                """.formatted(
                        frozen.path("contentHash").asString()));
        wire.forget();
        program.post(Program.CHECKER, "/payout-batches/" + batch + "/release", "{}");
        return batch;
    }

    @Override
    public void close() {
        program.close();
        server.close();
    }
}
