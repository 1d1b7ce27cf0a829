package io.daybook.api.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.rail.simulator.WireObserver.Exchange;
import io.daybook.rail.simulator.WireObserver.Headers;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookFirstTest {
    private final LookFirst looks = new LookFirst();

    @Test
    void what_was_asked_before_is_found_when_it_is_asked_for_again_unseen() {
        ask("p1");
        looks.begin();
        ask("p1");
        assertThat(looks.blind()).containsExactly("transfers of p1");
        assertThat(looks.writes()).isEqualTo(2);
    }

    @Test
    void a_look_counts_for_its_own_payout_alone_and_only_afterwards() {
        ask("p1");
        ask("p2");
        list("transfer_group=p2&limit=100");
        looks.begin();
        list("limit=100&transfer_group=p1");
        list("limit=100");
        ask("p1");
        ask("p2");
        assertThat(looks.blind()).containsExactly("transfers of p2");
    }

    @Test
    void what_is_asked_for_the_first_time_needs_no_look() {
        looks.begin();
        ask("p1");
        assertThat(looks.blind()).isEmpty();
    }

    private void ask(String payout) {
        looks.exchanged(exchange("POST", "", "amount=500&transfer_group=" + payout));
    }

    private void list(String query) {
        looks.exchanged(exchange("GET", query, ""));
    }

    private static Exchange exchange(String method, String query, String form) {
        Headers headers = new Headers(Optional.empty(), Optional.empty(), Optional.empty());
        return new Exchange(method, "/v1/transfers", query, form, headers, 200, "{}");
    }
}
