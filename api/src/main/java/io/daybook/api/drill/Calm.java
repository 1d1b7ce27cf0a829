package io.daybook.api.drill;

import io.daybook.rail.simulator.SimulatedProvider;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * After the storm: all nodes up. Waits until everything was sent, and then, faults off, until nothing moves any more. People do what the flow gives them to
 * do, no more: a payout that is proven absent is released by a checker, a refused one is tried once again.
 */
final class Calm {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration A_DAY_AND_MORE = Duration.ofHours(25);
    private static final long STILL_NANOS = Duration.ofSeconds(15).toNanos();
    private static final int MOST_DAYS = 3;
    private static final List<String> UNSENT = List.of("waiting", "reserved", "submitting");
    private static final List<String> MOVING = List.of("waiting", "reserved", "submitting", "accepted", "inTransit");

    private final DrillClient api;
    private final SimulatedProvider provider;
    private final String batch;
    private final PrintWriter out;
    private final Set<String> released = new HashSet<>();
    private final Set<String> retried = new HashSet<>();
    private int days;
    private String last = "";
    private long lastChange = System.nanoTime();

    Calm(DrillClient api, SimulatedProvider provider, String batch, PrintWriter out) {
        this.api = api;
        this.provider = provider;
        this.batch = batch;
        this.out = out;
    }

    /** Nothing more befalls nodes and database, but the provider goes on failing until everything was sent. */
    void sendTheRest() throws InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            JsonNode counts = counts(began, "sending");
            if (UNSENT.stream().allMatch(status -> counts.path(status).asLong() == 0)) return;
            Thread.sleep(1_000);
        }
    }

    private JsonNode counts(long began, String phase) throws InterruptedException {
        JsonNode counts = api.get(Payday.MAKER, "/payout-batches/" + batch).path("counts");
        note(counts, phase, (System.nanoTime() - began) / 1_000_000_000);
        return counts;
    }

    void settle() throws InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            JsonNode counts = counts(began, "calm");
            int asked = byHand();
            boolean moving =
                    MOVING.stream().anyMatch(status -> counts.path(status).asLong() > 0);
            if (!moving && asked == 0 && isStill(counts)) {
                boolean open = counts.path("unknown").asLong()
                                + counts.path("provenAbsent").asLong()
                        > 0;
                // One more day in any case: money that came back, and whose message was lost, is found by asking.
                if (days > 0 && !open || days == MOST_DAYS) break;
                playADay(counts.path("unknown").asLong());
            }
            Thread.sleep(1_000);
        }
        out.printf(
                "  calm after %d s and %d days of played time; by hand: %d released, %d tried again%n",
                (System.nanoTime() - began) / 1_000_000_000, days, released.size(), retried.size());
        out.flush();
    }

    private int byHand() throws InterruptedException {
        int asked = 0;
        for (JsonNode payout : api.all(Payday.CHECKER, "/payouts?status=PROVEN_ABSENT"))
            asked += act(released, payout, "release");
        for (JsonNode payout : api.all(Payday.CHECKER, "/payouts?status=REJECTED"))
            asked += act(retried, payout, "retry");
        return asked;
    }

    private int act(Set<String> done, JsonNode payout, String verb) throws InterruptedException {
        String id = payout.path("id").asString();
        if (!done.add(id)) return 0;
        api.tryPost(Payday.CHECKER, "/payouts/" + id + "/" + verb, Map.of());
        return 1;
    }

    /** Unknown means waiting: for messages, for looks, and at last for the day after which a key is dead. */
    private boolean isStill(JsonNode counts) {
        boolean unknown = counts.path("unknown").asLong() > 0;
        return !unknown && days == 0 || System.nanoTime() - lastChange > STILL_NANOS;
    }

    private void playADay(long unknown) throws InterruptedException {
        days++;
        out.printf("  nothing moves, %d unknown: the clocks are set on by a day%n", unknown);
        new Played(api, provider).goOn(A_DAY_AND_MORE);
        lastChange = System.nanoTime();
    }

    private void note(JsonNode counts, String phase, long seconds) {
        String now = inWords(counts);
        if (now.equals(last)) return;
        last = now;
        lastChange = System.nanoTime();
        out.printf("  %s +%3d s  %s%n", phase, seconds, now);
        out.flush();
    }

    private static String inWords(JsonNode counts) {
        StringBuilder text = new StringBuilder();
        counts.properties().forEach(count -> {
            if (count.getValue().asLong() > 0)
                text.append(text.isEmpty() ? "" : ", ")
                        .append(count.getValue().asLong())
                        .append(' ')
                        .append(count.getKey());
        });
        return text.toString();
    }
}
