package io.daybook.api.drill;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/**
 * Everything by which a follower that goes by numbers and clocks misses an event, under orders without pause: transactions that
 * are held after they wrote, a writer whose clock is behind, numbers that were drawn and never used.
 */
record Latecomers(Size size, Stage stage, PrintWriter out) {
    private static final int PEOPLE = 200;
    private static final int NODES = 2;
    static final int ROUNDS = 4;
    private static final Duration BEHIND = Duration.ofSeconds(65);
    private static final Duration LONGEST_LAG = Duration.ofSeconds(2);

    /**
     * @param held how long a transaction stays open after it has written, and half as long again another one
     * @param rolledBack transactions that draw a number and are given up
     * @param lags how many orders are followed into the views in the end
     * @param claimOneMore a hold is counted that nobody placed, so that the checks must be a no
     */
    record Size(long seed, Duration held, int rolledBack, int lags, boolean claimOneMore) {}

    Outcome play() throws IOException, InterruptedException {
        Stage.Cast cast =
                stage.enter(new Stage.Scenery(Stage.Scenery.quick(size.seed()), NODES, Map.of()), new KeyCheck());
        Workforce workforce = Workforce.of(size.seed(), 1, PEOPLE, Stage.lastFullWeek());
        new Payday(cast.api(), cast.provider(), workforce, out).hire();
        Orders orders = stage.hold(new Orders(
                cast.api(),
                workforce.people().stream().map(Workforce.Person::reference).toList(),
                size.seed()));
        SlowWriter writer = stage.hold(new SlowWriter(cast.database().access(), BEHIND));
        List<String> people = cast.api().all(Payday.MAKER, "/contractors").stream()
                .map(each -> each.path("id").asString())
                .toList();
        Disturbed disturbed = disturb(cast, people, writer, orders);
        long[] lags = lags(orders);
        orders.end();
        tell("orders given in all", orders);
        long drawn = new RolledBackTable(cast.database().access()).numbersInVain();
        Checks checks = orders.check()
                .with(
                        "so many numbers were drawn in vain",
                        drawn >= size.rolledBack() ? List.of() : List.of(drawn + " of " + size.rolledBack()))
                .with("each transaction stayed open for as long as it should", disturbed.cutShort());
        return outcome(cast, checks, disturbed.placed(), lags);
    }

    /**
     * What was done to the log.
     *
     * @param placed how many holds of a cent, by contractors' ids
     * @param cutShort transactions that did not stay open for as long as they should
     */
    private record Disturbed(Map<String, Integer> placed, List<String> cutShort) {}

    private Disturbed disturb(Stage.Cast cast, List<String> people, SlowWriter writer, Orders orders)
            throws InterruptedException {
        SplittableRandom random = new SplittableRandom(size.seed());
        Map<String, Integer> placed = new HashMap<>();
        List<String> cutShort = new ArrayList<>();
        for (Duration held : List.of(size.held(), Duration.ZERO, size.held().dividedBy(2), Duration.ZERO)) {
            String who = people.get(random.nextInt(people.size()));
            long began = System.nanoTime();
            writer.placeHold(who, held);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            if (took.compareTo(held) < 0) cutShort.add(took + " of " + held);
            placed.merge(who, 1, Integer::sum);
            tell(
                    "a transaction held for %d s, by a clock %d s behind"
                            .formatted(held.toSeconds(), BEHIND.toSeconds()),
                    orders);
            new RolledBackTable(cast.database().access()).insertAndRollBack(size.rolledBack() / ROUNDS);
            tell("%d transactions rolled back".formatted(size.rolledBack() / ROUNDS), orders);
        }
        if (size.claimOneMore()) placed.merge(people.getFirst(), 1, Integer::sum);
        return new Disturbed(placed, cutShort);
    }

    /** In milliseconds: from an order's answer until the views show it, while others go on. */
    private long[] lags(Orders orders) throws InterruptedException {
        long[] lags = new long[size.lags()];
        for (int number = 0; number < lags.length; number++)
            lags[number] = orders.untilShown("lag " + number).toMillis();
        Arrays.sort(lags);
        return lags;
    }

    private Outcome outcome(Stage.Cast cast, Checks orders, Map<String, Integer> placed, long[] lags)
            throws InterruptedException {
        Soundness books = Soundness.of(cast.api());
        long p99 = lags[lags.length * 99 / 100];
        out.printf("  views behind an order: p99 %d ms of %d%n", p99, lags.length);
        return orders.with("every hold placed late is in the balances", misheld(cast.api(), placed))
                .with(
                        "in the end the views are less than 2 s behind, p99",
                        p99 < LONGEST_LAG.toMillis() ? List.of() : List.of(p99 + " ms"))
                .with(
                        "the trial balance is 0.00",
                        books.trialBalance() == 0 ? List.of() : List.of(Verdict.cents(books.trialBalance())))
                .with(
                        "the integrity checks find nothing",
                        books.whole() ? List.of() : List.of("see GET /api/v1/ledger/integrity"))
                .with("a replay of the log leads to the rows that are read", books.differing());
    }

    private static List<String> misheld(DrillClient api, Map<String, Integer> placed) throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode contractor : api.all(Payday.MAKER, "/contractors")) {
            int cents = contractor.path("balances").path(0).path("held").asInt();
            int meant = placed.getOrDefault(contractor.path("id").asString(), 0);
            if (cents != meant)
                wrong.add(contractor.path("reference").asString() + " has " + cents + " held of " + meant);
        }
        return wrong;
    }

    private void tell(String what, Orders orders) {
        out.printf("  %s; %d orders acknowledged%n", what, orders.acknowledged());
        out.flush();
    }
}
