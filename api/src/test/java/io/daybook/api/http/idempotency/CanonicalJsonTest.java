package io.daybook.api.http.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    @Test
    void numbers_are_compared_by_value() {
        assertThat(text("{\"a\": 100}")).isEqualTo(text("{\"a\": 1e2}")).isEqualTo(text("{\"a\": 100.00}"));
        assertThat(text("{\"a\": 1e300}")).isEqualTo(text("{\"a\": 10e299}")).isNotEqualTo(text("{\"a\": 1e299}"));
    }

    @Test
    void a_few_characters_do_not_become_many() {
        String numbers = "[" + "1e308,".repeat(1000) + "1e-308]";

        assertThat(text(numbers).length()).isLessThan(2 * numbers.length());
    }

    private static String text(String body) {
        return new String(CanonicalJson.of(body.getBytes(UTF_8)), UTF_8);
    }
}
