package io.daybook.api.drill;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** People who give bonuses without pause, each asked for until it is answered; and what became of the acknowledged ones. */
final class Orders implements AutoCloseable {
    private static final int CALLERS = 8;
    /** Below what needs a second person. */
    private static final int MOST_CENTS = 99_999;

    private final DrillClient api;
    private final List<String> people;
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Bonus> acknowledged = new ConcurrentHashMap<>();
    private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean over;

    /** @param cents to be credited */
    private record Bonus(String person, long cents) {}

    Orders(DrillClient api, List<String> people, long seed) {
        this.api = api;
        this.people = people;
        SplittableRandom random = new SplittableRandom(seed);
        for (int caller = 0; caller < CALLERS; caller++) {
            SplittableRandom own = random.split();
            callers.execute(() -> give(own));
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    private void give(SplittableRandom random) {
        try {
            while (!over) {
                Bonus bonus = new Bonus(people.get(random.nextInt(people.size())), 1 + random.nextInt(MOST_CENTS));
                String reason = "drill " + numbers.incrementAndGet();
                HttpResponse<String> answer = api.tryPost(Payday.MAKER, "/adjustments", order(bonus, reason));
                if (answer.statusCode() == 201) acknowledged.put(reason, bonus);
                else refused.add(reason + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            refused.add(e.getMessage());
        }
    }

    /** Gives one more; how long after its answer the views showed it, whoever else gives orders, a node's no to readers included. */
    Duration untilShown(String reason) throws InterruptedException {
        Bonus bonus = new Bonus(people.getFirst(), 1);
        HttpResponse<String> answer = api.tryPost(Payday.MAKER, "/adjustments", order(bonus, reason));
        if (answer.statusCode() != 201) throw new IllegalStateException(reason + ": " + answer.body());
        acknowledged.put(reason, bonus);
        long answered = System.nanoTime();
        String id = DrillClient.read(answer).path("id").asString();
        if (!api.get(Payday.MAKER, "/adjustments/" + id).path("id").asString().equals(id))
            throw new IllegalStateException(reason + " is not shown");
        return Duration.ofNanos(System.nanoTime() - answered);
    }

    private static Map<String, Object> order(Bonus bonus, String reason) {
        return Map.of(
                "contractor",
                bonus.person(),
                "kind",
                "BONUS",
                "amount",
                Map.of("amount", bonus.cents(), "currency", "USD"),
                "reason",
                reason);
    }

    /** No more; returns when every one was answered. */
    void end() throws InterruptedException {
        over = true;
        callers.shutdown();
        if (!callers.awaitTermination(6, TimeUnit.MINUTES)) throw new IllegalStateException("orders were not answered");
    }

    /** Counts one that was never given. */
    void claim() {
        acknowledged.put("never given", new Bonus(people.getFirst(), 1));
    }

    Checks check() throws InterruptedException {
        Map<String, Integer> found = new HashMap<>();
        List<String> others = new ArrayList<>();
        Map<String, Long> owed = new HashMap<>();
        for (JsonNode row : api.all(Payday.MAKER, "/adjustments")) {
            String reason = row.path("reason").asString();
            long cents = row.path("amount").path("amount").asLong();
            found.merge(reason, 1, Integer::sum);
            Bonus meant = acknowledged.get(reason);
            if (meant == null || meant.cents() != cents) others.add(reason + " of " + Verdict.cents(cents));
            owed.merge(row.path("contractor").path("reference").asString(), cents, Math::addExact);
        }
        return new Checks(Map.of())
                .with("no order was refused", List.copyOf(refused))
                .with(
                        "every acknowledged order is there",
                        acknowledged.keySet().stream()
                                .filter(reason -> !found.containsKey(reason))
                                .toList())
                .with(
                        "none is there twice",
                        found.entrySet().stream()
                                .filter(each -> each.getValue() > 1)
                                .map(each -> each.getKey() + ", " + each.getValue() + " times")
                                .toList())
                .with("nothing is there that was not acknowledged so", others)
                .with("every balance is the sum of its orders, to the cent", unbalanced(owed));
    }

    private List<String> unbalanced(Map<String, Long> owed) throws InterruptedException {
        List<String> unbalanced = new ArrayList<>();
        for (JsonNode contractor : api.all(Payday.MAKER, "/contractors")) {
            String reference = contractor.path("reference").asString();
            long balance = contractor.path("balances").path(0).path("net").asLong();
            if (balance != owed.getOrDefault(reference, 0L))
                unbalanced.add(reference + " has " + Verdict.cents(balance) + " of "
                        + Verdict.cents(owed.getOrDefault(reference, 0L)));
        }
        return unbalanced;
    }

    @Override
    public void close() {
        over = true;
        callers.shutdownNow();
    }
}
