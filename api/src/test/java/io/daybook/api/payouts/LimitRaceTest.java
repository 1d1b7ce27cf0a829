package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.http.Api;
import io.daybook.kernel.ProjectionProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitRaceTest {
    private static final int DAYS = 4;

    private final PayWeek week = new PayWeek("simulator", "--daybook.limits.day=15000");

    @AfterEach
    void close() {
        week.close();
    }

    @Test
    void two_releases_at_once_do_not_both_fit_below_what_a_day_may_take() throws Exception {
        week.fund(1_000_000);
        for (int day = 1; day <= DAYS; day++) {
            String one = approved("a" + day);
            String other = approved("b" + day);
            List<Integer> answers = atOnce(one, other);
            assertThat(answers).as("day " + day).containsExactlyInAnyOrder(202, 422);
            week.advance(Duration.ofHours(25));
        }
    }

    private String approved(String reference) {
        week.person(reference, 10_000);
        assertThat(week.bean(ProjectionProgress.class).awaitCaughtUp(Duration.ofSeconds(60)))
                .isTrue();
        Instant cutoff = week.bean(InstantSource.class).instant();
        String body = """
                {"rail": "simulator", "currency": "USD", "cutoff": "%s", "reference": "%s",
                 "filter": {"contractors": ["%s"]}}""".formatted(cutoff, reference, reference);
        String id =
                week.post(week.maker(), "/payout-batches", body, 201).path("id").asString();
        String hash = week.post(week.maker(), "/payout-batches/" + id + "/freeze", "{}", 200)
                .path("contentHash")
                .asString();
        week.post(week.checker(), "/payout-batches/" + id + "/approve", "{\"contentHash\":\"" + hash + "\"}", 200);
        return id;
    }

    private List<Integer> atOnce(String one, String other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> first = threads.submit(release(one, together));
            Future<Integer> second = threads.submit(release(other, together));
            return List.of(first.get(), second.get());
        }
    }

    private Callable<Integer> release(String batch, CyclicBarrier together) {
        Api checker = week.checker();
        return () -> {
            together.await();
            return checker.post("/payout-batches/" + batch + "/release", "{}").status();
        };
    }
}
