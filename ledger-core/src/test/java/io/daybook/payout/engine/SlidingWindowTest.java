package io.daybook.payout.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
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
            SlidingWindow window = new SlidingWindow(limit, ticks);
            List<Long> through = new ArrayList<>();
            for (int i = 0; i < 20 * limit; i++) {
                if (random.nextInt(limit) == 0) now += random.nextLong(SECOND); // a pause of the whole process
                else now += random.nextLong(SECOND / limit / 2);
                take(window);
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
        SlidingWindow window = new SlidingWindow(500, ticks);
        for (int i = 0; i < 1_000; i++) take(window); // the slow beginning
        long began = now;
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            now += random.nextInt(3_000_000); // up to one and a half tokens late
            take(window);
        }
        assertThat(10_000 * SECOND / (now - began)).isBetween(485L, 500L);
    }

    @Test
    void what_stood_still_for_a_moment_is_made_up_for() throws InterruptedException {
        for (int limit : List.of(25, 100, 500)) {
            SlidingWindow window = new SlidingWindow(limit, ticks);
            for (int i = 0; i < 4 * limit; i++) take(window); // the slow beginning
            long began = now;
            Random random = new Random(limit);
            for (int i = 0; i < 60 * limit; i++) {
                if (random.nextInt(limit) < 4) now += random.nextLong(60_000_000L); // 30 ms, four times a second
                take(window);
            }
            assertThat(60.0 * limit * SECOND / (now - began) / limit)
                    .as("limit %d", limit)
                    .isBetween(0.975, 1.0);
        }
    }

    @Test
    void who_waits_for_its_turn_takes_no_place_among_those_in_flight() throws InterruptedException {
        SlidingWindow window = new SlidingWindow(1, ticks);
        take(window);
        Semaphore inFlight = new Semaphore(1) {
            @Override
            public void acquire(int places) throws InterruptedException {
                assertThat(now).isGreaterThan(SECOND);
                super.acquire(places);
            }
        };
        window.enter(inFlight, 1);
        assertThat(inFlight.availablePermits()).isZero();
    }

    @Test
    void a_limit_that_nobody_could_reach_is_none() throws InterruptedException {
        for (int limit : List.of(100_001, 1_000_000_000, Integer.MAX_VALUE)) {
            SlidingWindow window = new SlidingWindow(limit, ticks);
            long began = now;
            for (int i = 0; i < 1_000; i++) take(window);
            assertThat(now).isEqualTo(began);
        }
        take(new SlidingWindow(100_000, ticks));
    }

    @Test
    void a_pause_holds_everybody_back() throws InterruptedException {
        for (int limit : List.of(0, 100, Integer.MAX_VALUE)) {
            SlidingWindow window = new SlidingWindow(limit, ticks);
            long paused = now;
            window.pause(Duration.ofMillis(250));
            take(window);
            assertThat(Duration.ofNanos(now - paused)).isEqualTo(Duration.ofMillis(250));
        }
    }

    @Test
    void a_pause_is_not_made_up_for() throws InterruptedException {
        SlidingWindow window = new SlidingWindow(100, ticks);
        for (int i = 0; i < 400; i++) take(window);
        window.pause(Duration.ofMillis(250));
        take(window);
        long resumed = now;
        for (int i = 0; i < 10; i++) take(window);
        assertThat(Duration.ofNanos(now - resumed)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void a_pause_that_comes_while_no_place_is_free_is_kept_and_holds_none() throws InterruptedException {
        SlidingWindow window = new SlidingWindow(100, ticks);
        take(window);
        now += SECOND;
        Semaphore inFlight = new Semaphore(1) {
            private boolean first = true;

            @Override
            public void acquire(int places) throws InterruptedException {
                if (first) window.pause(Duration.ofMillis(250));
                first = false;
                super.acquire(places);
            }
        };
        long began = now;
        window.enter(inFlight, 1);
        assertThat(Duration.ofNanos(now - began)).isEqualTo(Duration.ofMillis(250));
        assertThat(inFlight.availablePermits()).isZero();
    }

    private static void take(SlidingWindow window) throws InterruptedException {
        window.enter(new Semaphore(1), 1);
    }
}
