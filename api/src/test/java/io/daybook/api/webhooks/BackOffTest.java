package io.daybook.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final Instant BEGAN = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void a_message_is_tried_ten_times_within_three_days() {
        assertThat(tries(0))
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(305),
                        Duration.ofSeconds(2_105),
                        Duration.ofSeconds(9_305),
                        Duration.ofSeconds(27_305),
                        Duration.ofSeconds(63_305),
                        Duration.ofSeconds(113_705),
                        Duration.ofSeconds(185_705),
                        Duration.ofHours(72));
    }

    @Test
    void whatever_the_jitter_the_last_try_is_after_three_days_and_no_two_fall_together() {
        for (int jitter = -BackOff.JITTER; jitter <= BackOff.JITTER; jitter += 10)
            assertThat(tries(jitter))
                    .as("jitter %d", jitter)
                    .endsWith(Duration.ofHours(72))
                    .doesNotHaveDuplicates();
        assertThat(tries(100).get(2)).isGreaterThan(tries(0).get(2));
    }

    @Test
    void who_was_switched_off_for_longer_is_tried_once_and_given_up() {
        assertThat(BackOff.next(BEGAN, 1, BEGAN.plus(Duration.ofDays(9)), 0)).isEmpty();
    }

    private static List<Duration> tries(int jitter) {
        List<Duration> tries = new ArrayList<>();
        Optional<Instant> at = Optional.of(BEGAN);
        while (at.isPresent()) {
            tries.add(Duration.between(BEGAN, at.get()));
            at = BackOff.next(BEGAN, tries.size(), at.get(), jitter);
        }
        return tries;
    }
}
