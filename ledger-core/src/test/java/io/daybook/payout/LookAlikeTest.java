package io.daybook.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LookAlikeTest {
    @Test
    void two_contractors_at_one_destination_are_shown_once_and_one_alone_never() {
        BatchLine ada = Batch.line(1, "ada", 100, "acct_one");
        BatchLine bob = Batch.line(2, "bob", 200, "acct_two");
        BatchLine eve = Batch.line(3, "eve", 300, "acct_one");
        assertThat(LookAlike.among(List.of(ada, bob), List.of())).isEmpty();
        assertThat(LookAlike.among(List.of(ada, bob, eve), List.of()))
                .containsExactly(
                        new LookAlike(eve.contractor(), LookAlike.Kind.SHARED_DESTINATION, null, ada.contractor()));
    }
}
