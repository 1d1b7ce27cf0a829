package io.daybook.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.AccountRows.Move;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** However the facts of a payout are grouped into steps, it stands where it stands since the same moment. */
class PayoutMoveTest {
    private static final Instant FIRST = Instant.parse("2026-03-02T09:00:00Z");
    private static final Move SUBMITTING = Move.to(PayoutStatus.SUBMITTING, FIRST);
    private static final Move UNKNOWN = Move.to(PayoutStatus.UNKNOWN, FIRST.plusSeconds(1));
    private static final Move AGAIN = Move.to(PayoutStatus.SUBMITTING, FIRST.plusSeconds(2));

    @Test
    void who_comes_back_within_one_step_stands_there_since_then() {
        Move back = UNKNOWN.then(AGAIN);
        assertThat(back.around()).isTrue();
        assertThat(back.since()).isEqualTo(AGAIN.since());
        assertThat(SUBMITTING.then(back)).isEqualTo(SUBMITTING.then(UNKNOWN).then(AGAIN));
        assertThat(SUBMITTING.then(back).since()).isEqualTo(AGAIN.since());
    }

    @Test
    void who_did_not_move_stands_there_since_before() {
        Move same = SUBMITTING.then(AGAIN);
        assertThat(same.around()).isFalse();
        assertThat(same.since()).isEqualTo(FIRST);
        assertThat(Move.NONE.then(same)).isEqualTo(same);
        assertThat(same.then(Move.NONE)).isEqualTo(same);
    }
}
