package io.daybook.rail.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private long now = 5;
    private final Allowance allowance = new Allowance(100, () -> now);

    @Test
    void a_quarter_of_a_second_is_answered_at_once_and_then_the_even_rate() {
        assertThat(answeredOf(100, "transfers")).isEqualTo(25);
        assertThat(answeredOf(100, "payouts")).as("each kind has its own").isEqualTo(25);
        int answered = 0;
        for (int i = 0; i < 1_000; i++) {
            now += TimeUnit.MILLISECONDS.toNanos(1);
            if (allowance.takes("transfers")) answered++;
        }
        assertThat(answered).isEqualTo(100);
    }

    @Test
    void who_asks_once_a_second_is_always_answered() {
        Allowance slow = new Allowance(1, () -> now);
        for (int i = 0; i < 10; i++) {
            assertThat(slow.takes("payouts")).isTrue();
            assertThat(slow.takes("payouts")).isFalse();
            now += TimeUnit.SECONDS.toNanos(1);
        }
    }

    private int answeredOf(int asked, String kind) {
        int answered = 0;
        for (int i = 0; i < asked; i++) if (allowance.takes(kind)) answered++;
        return answered;
    }
}
