package io.daybook.api.drill;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Orders without pause, while nodes are killed and stand still and the database crashes. */
record Crashes(Size size, Stage stage, PrintWriter out) {
    private static final int PEOPLE = 200;
    private static final int NODES = 2;
    private static final List<Duration> FREEZES =
            List.of(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /**
     * @param crashes of a node and of PostgreSQL, each
     * @param freezes of a node
     * @param claimOneMore an order is counted that nobody gave, so that the checks must be a no
     */
    record Size(long seed, int crashes, int freezes, boolean claimOneMore) {}

    Outcome play() throws IOException, InterruptedException {
        Stage.Cast cast =
                stage.enter(new Stage.Scenery(Stage.Scenery.quick(size.seed()), NODES, Map.of()), new KeyCheck());
        Workforce workforce = Workforce.of(size.seed(), 1, PEOPLE, Stage.lastFullWeek());
        new Payday(cast.api(), cast.provider(), workforce, out).hire();
        SplittableRandom random = new SplittableRandom(size.seed());
        Orders orders = stage.hold(new Orders(
                cast.api(),
                workforce.people().stream().map(Workforce.Person::reference).toList(),
                size.seed()));
        for (int number = 0; number < size.crashes(); number++) {
            between(random);
            cast.nodes().get(random.nextInt(NODES)).kill();
            between(random);
            cast.database().crash(Duration.ofMillis(random.nextInt(3_000)));
            tell("%d nodes killed, PostgreSQL crashed as often".formatted(number + 1), orders);
        }
        for (int number = 0; number < size.freezes(); number++) {
            between(random);
            Duration length = FREEZES.get(number % FREEZES.size());
            freeze(cast.nodes().get(number % NODES), length);
            tell("a node stood still for %d s".formatted(length.toSeconds()), orders);
        }
        between(random);
        orders.end();
        if (size.claimOneMore()) orders.claim();
        for (Node node : cast.nodes().all()) cast.api().awaitUp(node);
        out.printf(
                "  %d orders acknowledged; nodes started again %d times%n",
                orders.acknowledged(), cast.nodes().restarts());
        return outcome(cast.api(), orders.check());
    }

    private static Outcome outcome(DrillClient api, Checks orders) throws InterruptedException {
        Soundness books = Soundness.of(api);
        Checks checks = orders.with(
                        "the trial balance is 0.00",
                        books.trialBalance() == 0 ? List.of() : List.of(Verdict.cents(books.trialBalance())))
                .with(
                        "the integrity checks find nothing",
                        books.whole() ? List.of() : List.of("see GET /api/v1/ledger/integrity"))
                .with("a replay of the log leads to the rows that are read", books.differing());
        return checks;
    }

    private static void freeze(Node node, Duration length) throws InterruptedException {
        node.freeze();
        try {
            Thread.sleep(length);
        } finally {
            node.thaw();
        }
    }

    private void tell(String what, Orders orders) {
        out.printf("  %s; %d orders acknowledged%n", what, orders.acknowledged());
        out.flush();
    }

    private static void between(SplittableRandom random) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(2_000 + random.nextInt(6_000)));
    }
}
