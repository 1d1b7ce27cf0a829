package io.daybook.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {
    @Test
    void the_median_stands_first_and_the_spread_beside_it() {
        assertThat(Ratio.atLeast(1.6, "a ÷ b", List.of(2.0, 1.0, 1.7)).line())
                .isEqualTo("| a ÷ b | 1.70 | 1.00–2.00 | ≥ 1.60: reached |");
        assertThat(Ratio.atLeast(1.6, "a ÷ b", List.of(1.0, 2.0)).line())
                .isEqualTo("| a ÷ b | 1.50 | 1.00–2.00 | ≥ 1.60: not reached |");
    }

    @Test
    void a_ceiling_is_reached_from_below() {
        assertThat(Ratio.atMost(1.5, "p99", List.of(1.5)).line()).endsWith("≤ 1.50: reached |");
        assertThat(Ratio.atMost(1.5, "p99", List.of(1.51)).line()).endsWith("≤ 1.50: not reached |");
    }

    @Test
    void nothing_measured_is_no_ratio() {
        assertThat(Ratio.toCompare("c", List.of(0.5)).line()).endsWith("| – |");
        assertThatThrownBy(() -> Ratio.toCompare("c", List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
