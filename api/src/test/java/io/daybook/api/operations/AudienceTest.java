package io.daybook.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many may follow operations at once. */
class AudienceTest {
    private final Audience audience = new Audience();

    @Test
    void nobody_takes_more_than_their_share_and_the_others_find_room() {
        for (int i = 0; i < 25; i++) assertThat(audience.enter("ada")).isTrue();

        assertThat(audience.enter("ada")).isFalse();
        assertThat(audience.enter("ben")).isTrue();
        audience.leave("ada");
        assertThat(audience.enter("ada")).isTrue();
    }

    @Test
    void all_together_leave_threads_for_the_rest() {
        for (int i = 0; i < 200; i++) assertThat(audience.enter("person-" + i)).isTrue();

        assertThat(audience.enter("one-more")).isFalse();
        audience.leave("person-7");
        assertThat(audience.enter("one-more")).isTrue();
    }
}
