package io.daybook.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final long SECOND = 1_000_000_000L;

    private long now = Long.MAX_VALUE - SECOND;
    private final Freshness freshness = new Freshness(() -> now);

    @Test
    void views_that_never_caught_up_are_not_fresh() {
        freshness.looked(5, 6, now);
        assertThat(freshness.isWithin(TWO_SECONDS)).isFalse();
    }

    @Test
    void views_at_the_head_are_fresh_for_as_long_as_one_bears_also_where_the_clock_wraps() {
        freshness.looked(6, 6, now);
        now += 2 * SECOND;
        assertThat(freshness.isWithin(TWO_SECONDS)).isTrue();
        now += 1;
        assertThat(freshness.isWithin(TWO_SECONDS)).isFalse();
    }

    @Test
    void views_that_always_run_a_little_behind_are_as_fresh_as_the_head_they_have_passed() {
        freshness.looked(5, 10, now);
        long aimed = now;
        now += SECOND;
        freshness.looked(9, 14, now);
        assertThat(freshness.isWithin(TWO_SECONDS)).isFalse();
        now += SECOND;
        freshness.looked(12, 17, now);
        assertThat(freshness.isWithin(Duration.ofNanos(now - aimed))).isTrue();
        assertThat(freshness.isWithin(Duration.ofNanos(now - aimed - 1))).isFalse();
    }

    @Test
    void views_that_went_backwards_are_the_past_until_they_have_caught_up_again() {
        freshness.looked(100, 100, now);
        freshness.looked(40, 100, now);
        assertThat(freshness.isWithin(TWO_SECONDS)).isFalse();
        freshness.looked(99, 100, now);
        assertThat(freshness.isWithin(TWO_SECONDS)).isFalse();
        freshness.looked(100, 100, now);
        assertThat(freshness.isWithin(TWO_SECONDS)).isTrue();
    }

    @Test
    void what_is_made_anew_is_not_fresh() {
        freshness.looked(100, 100, now);
        freshness.forget();
        assertThat(freshness.isWithin(TWO_SECONDS)).isFalse();
    }
}
