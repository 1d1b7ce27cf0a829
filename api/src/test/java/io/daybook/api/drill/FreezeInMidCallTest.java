package io.daybook.api.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.rail.simulator.WireObserver.Exchange;
import io.daybook.rail.simulator.WireObserver.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FreezeInMidCallTest {
    private static final int SENDER = 2;
    private static final int OTHER = 0;

    private final List<Integer> frozen = new ArrayList<>();
    private final AtomicReference<String> inCharge = new AtomicReference<>("the sender");
    private final FreezeInMidCall freeze = new FreezeInMidCall();

    @Test
    void whoever_sends_the_instruction_that_is_waited_for_is_frozen_then_and_only_then() throws InterruptedException {
        send(SENDER, "before");
        lieInWait(2);
        ask(SENDER);
        send(OTHER, "first");
        assertThat(frozen).isEmpty();
        send(SENDER, "second");
        assertThat(frozen).containsExactly(SENDER);
        assertThat(freeze.awaitFrozen()).isEqualTo(SENDER);
        send(OTHER, "third");
        assertThat(frozen).hasSize(1);
        assertThat(freeze.sentByOthers()).isEqualTo(1);
    }

    @Test
    void what_it_sends_on_waking_is_found_while_another_is_in_charge() {
        lieInWait(1);
        send(SENDER, "carried out");
        send(SENDER, "was on the wire already");
        inCharge.set("another");
        freeze.wakes();
        send(OTHER, "theirs");
        send(SENDER, "too late");
        assertThat(freeze.sentOnWaking()).containsExactly("too late");
        assertThat(freeze.sentByOthers()).isEqualTo(1);
    }

    @Test
    void and_while_a_third_is() {
        lieInWait(1);
        send(SENDER, "carried out");
        inCharge.set("another");
        freeze.wakes();
        inCharge.set("a third");
        send(SENDER, "too late");
        assertThat(freeze.sentOnWaking()).containsExactly("too late");
    }

    @Test
    void whoever_has_taken_over_again_since_may_send() {
        lieInWait(1);
        send(SENDER, "carried out");
        inCharge.set("another");
        freeze.wakes();
        inCharge.set("the sender");
        send(SENDER, "in charge once more");
        assertThat(freeze.sentOnWaking()).isEmpty();
    }

    private void lieInWait(int instructions) {
        freeze.lieInWait(instructions, new FreezeInMidCall.Grip(frozen::add, inCharge::get));
    }

    private void send(int node, String key) {
        freeze.of(node).exchanged(exchange("POST", key));
    }

    private void ask(int node) {
        freeze.of(node).exchanged(exchange("GET", null));
    }

    private static Exchange exchange(String method, @org.jspecify.annotations.Nullable String key) {
        Headers headers = new Headers(Optional.empty(), Optional.ofNullable(key), Optional.empty());
        return new Exchange(method, "/v1/transfers", "", "", headers, 200, "{}");
    }
}
