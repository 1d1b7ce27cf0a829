package io.daybook.api.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Thousands of requests over every write, each with one thing wrong in it. {@code -Ddaybook.hostile=50000} sends as many,
 * {@code -Ddaybook.hostile-seed=…} the same ones again.
 */
class HostileRequestsTest {
    private static final int CALLERS = 4;
    private static final long ROOM_FOR_CACHES = 48L << 20;

    private static Prey prey;

    @BeforeAll
    static void start() {
        prey = new Prey();
    }

    @AfterAll
    static void stop() {
        prey.close();
    }

    @Test
    void every_one_is_refused_with_a_code_and_nothing_is_written_or_kept_in_memory() throws Exception {
        int requests = Integer.getInteger("daybook.hostile", 1_500);
        long seed = Long.getLong("daybook.hostile-seed", System.nanoTime());
        System.out.println("hostile requests: " + requests + ", seed " + seed);
        Attacks attacks = new Attacks(prey.writes(), prey.tokens, prey.things);
        long eventsBefore = prey.events();
        Map<String, String> complaints = new TreeMap<>(send(attacks, requests / 3, new Random(seed)));
        long heapBefore = heapInUse();
        complaints.putAll(send(attacks, requests - requests / 3, new Random(seed + 1)));
        assertThat(complaints).as("seed " + seed).isEmpty();
        assertThat(prey.events()).as("seed " + seed).isEqualTo(eventsBefore);
        assertThat(heapInUse() - heapBefore).as("more heap in use").isLessThan(ROOM_FOR_CACHES);
    }

    /** What was wrong with an answer, by what it was an answer to. */
    private static Map<String, String> send(Attacks attacks, int requests, Random random) throws Exception {
        Map<String, String> complaints = new TreeMap<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<Map<String, String>>> all = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                Random own = new Random(random.nextLong());
                Callable<Map<String, String>> caller = () -> sendInTurn(attacks, requests / CALLERS, own);
                all.add(callers.submit(caller));
            }
            for (Future<Map<String, String>> one : all) complaints.putAll(one.get());
        }
        return complaints;
    }

    private static Map<String, String> sendInTurn(Attacks attacks, int requests, Random random) throws Exception {
        Map<String, String> complaints = new TreeMap<>();
        try (RawHttp http = new RawHttp(prey.port())) {
            for (int i = 0; i < requests; i++) {
                Attack attack = attacks.next(random);
                RawHttp.Answer answer = http.send(attack.bytes());
                Verdict.on(answer)
                        .ifPresent(complaint ->
                                complaints.put(attack.what() + " at " + attack.target(), complaint + ": " + attack));
            }
        }
        return complaints;
    }

    private static long heapInUse() {
        for (int i = 0; i < 3; i++) System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
