package io.daybook.api.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.rail.simulator.WireObserver.Exchange;
import io.daybook.rail.simulator.WireObserver.Headers;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyCheckTest {
    private final KeyCheck check = new KeyCheck();

    @Test
    void a_repeat_is_counted_and_another_amount_under_the_same_key_is_found() {
        check.exchanged(post("p1:transfer:1", "amount=500"));
        check.exchanged(post("p1:transfer:1", "amount=500"));
        assertThat(check.repeats()).isEqualTo(1);
        assertThat(check.reused()).isEmpty();
        check.exchanged(post("p1:transfer:1", "amount=501"));
        assertThat(check.reused()).containsExactly("p1:transfer:1");
    }

    @Test
    void an_instruction_without_a_key_is_found() {
        check.exchanged(post(null, "amount=500"));
        assertThat(check.unkeyed()).isEqualTo(1);
    }

    private static Exchange post(@org.jspecify.annotations.Nullable String key, String form) {
        Headers headers = new Headers(Optional.empty(), Optional.ofNullable(key), Optional.empty());
        return new Exchange("POST", "/v1/transfers", "", form, headers, 200, "{}");
    }
}
