package io.daybook.api.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class RememberedHealthTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(-5 * SECOND);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Status real = Status.UP;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private final CountDownLatch isAsked = new CountDownLatch(2);
    private final RememberedHealth health = new RememberedHealth(this::ask, now::get);

    private Health ask() {
        asked.incrementAndGet();
        isAsked.countDown();
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Health.status(real).build();
    }

    private Status status() {
        return Objects.requireNonNull(health.health()).getStatus();
    }

    @Test
    void however_many_ask_it_is_looked_after_once_a_second() {
        for (int i = 0; i < 100; i++) assertThat(status()).isEqualTo(Status.UP);
        assertThat(asked).hasValue(1);
        real = Status.DOWN;
        now.addAndGet(SECOND);
        for (int i = 0; i < 100; i++) assertThat(status()).isEqualTo(Status.DOWN);
        assertThat(asked).hasValue(2);
    }

    @Test
    void while_one_looks_the_others_hear_what_was_known_until_that_is_too_long_ago() throws Exception {
        health.health();
        now.addAndGet(2 * SECOND);
        held = new CountDownLatch(1);
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Status> slow = others.submit(this::status);
            isAsked.await();
            assertThat(status()).isEqualTo(Status.UP);
            now.addAndGet(9 * SECOND);
            assertThat(status()).isEqualTo(Status.DOWN);
            assertThat(asked).hasValue(2);
            held.countDown();
            assertThat(slow.get()).isEqualTo(Status.UP);
        }
        assertThat(status()).isEqualTo(Status.UP);
    }
}
