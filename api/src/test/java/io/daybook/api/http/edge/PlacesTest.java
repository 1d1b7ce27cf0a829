package io.daybook.api.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many may hold a thread at once. */
class PlacesTest {
    private final Places places = new Places(200, 25);

    @Test
    void nobody_takes_more_than_their_share_and_the_others_find_room() {
        for (int i = 0; i < 25; i++) assertThat(places.enter("ada")).isTrue();

        assertThat(places.enter("ada")).isFalse();
        assertThat(places.enter("ben")).isTrue();
        places.leave("ada");
        assertThat(places.enter("ada")).isTrue();
    }

    @Test
    void all_together_leave_threads_for_the_rest() {
        for (int i = 0; i < 200; i++) assertThat(places.enter("person-" + i)).isTrue();

        assertThat(places.enter("one-more")).isFalse();
        places.leave("person-7");
        assertThat(places.enter("one-more")).isTrue();
    }
}
