package io.daybook.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Reads that wait for a position that never comes: each holds a thread for five seconds, and 200 may. */
class WaitingReadersTest {
    private static final int READERS = 260;
    private static final int BEYOND = READERS - 200;
    private static final Duration AT_ONCE = Duration.ofSeconds(4);

    private record Timed(Answer answer, Duration took) {}

    @Test
    void who_comes_when_too_many_wait_is_told_at_once() throws Exception {
        try (RunningDaybook daybook = RunningDaybook.start();
                ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Api auditor = Api.of(daybook).as("auditor");
            List<Future<Timed>> waiting = new ArrayList<>();
            for (int i = 0; i < READERS; i++) waiting.add(readers.submit(() -> timed(auditor)));
            assertThat(auditor.get("/contractors").status()).isEqualTo(200);
            int atOnce = 0;
            for (Future<Timed> one : waiting) {
                Timed timed = one.get();
                assertThat(timed.answer().code()).isEqualTo("projection-behind");
                assertThat(timed.answer().header("RateLimit")).isNotEmpty();
                if (timed.took().compareTo(AT_ONCE) < 0) atOnce++;
            }
            assertThat(atOnce).isBetween(1, BEYOND);
        }
    }

    private static Timed timed(Api auditor) {
        long begun = System.nanoTime();
        Answer answer = auditor.with("Daybook-Min-Position", "999999999999").get("/contractors");
        return new Timed(answer, Duration.ofNanos(System.nanoTime() - begun));
    }
}
