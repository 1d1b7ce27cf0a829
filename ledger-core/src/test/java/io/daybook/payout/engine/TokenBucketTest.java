package io.daybook.payout.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private long now = 1_000_000;
    private final Ticks ticks = new Ticks() {
        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void pass(long nanos) {
            now += nanos;
        }
    };

    @Test
    void no_second_holds_more_than_the_limit_however_late_its_callers_are() throws InterruptedException {
        for (int limit : List.of(1, 20, 25, 100, 500)) {
            Random random = new Random(limit);
            TokenBucket bucket = new TokenBucket(limit, ticks);
            List<Long> through = new ArrayList<>();
            for (int i = 0; i < 20 * limit; i++) {
                if (random.nextInt(limit) == 0) now += random.nextLong(SECOND); // a pause of the whole process
                else now += random.nextLong(SECOND / limit / 2);
                bucket.take();
                through.add(now);
            }
            for (int i = limit; i < through.size(); i++)
                assertThat(through.get(i) - through.get(i - limit))
                        .as("limit %d", limit)
                        .isGreaterThanOrEqualTo(SECOND);
        }
    }

    @Test
    void callers_who_are_a_little_late_lose_nothing() throws InterruptedException {
        TokenBucket bucket = new TokenBucket(500, ticks);
        for (int i = 0; i < 1_000; i++) bucket.take(); // the slow beginning
        long began = now;
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            now += random.nextInt(3_000_000); // up to one and a half tokens late
            bucket.take();
        }
        assertThat(10_000 * SECOND / (now - began)).isBetween(485L, 500L);
    }

    @Test
    void a_pause_holds_everybody_back() throws InterruptedException {
        for (int limit : List.of(0, 100)) {
            TokenBucket bucket = new TokenBucket(limit, ticks);
            long paused = now;
            bucket.pause(Duration.ofMillis(250));
            bucket.take();
            assertThat(Duration.ofNanos(now - paused)).isEqualTo(Duration.ofMillis(250));
        }
    }
}
