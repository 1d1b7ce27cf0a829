package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.PayoutStatus;
import io.daybook.account.PayoutView.Moment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void a_failure_stands_with_the_attempt_that_failed() {
        List<AttemptJson> attempts = AttemptJson.of(
                List.of(
                        moment(1, "PayoutReserved", 0, null),
                        moment(2, "PayoutSubmitted", 1, "TRANSFER"),
                        moment(3, "PayoutFailed", 0, "account_closed"),
                        moment(4, "PayoutRetried", 2, null),
                        moment(5, "PayoutSubmitted", 2, "TRANSFER"),
                        moment(6, "PayoutPaid", 0, "trace")),
                2);
        assertThat(attempts)
                .containsExactly(
                        new AttemptJson(1, AT.plusSeconds(2), "account_closed", AT.plusSeconds(3)),
                        new AttemptJson(2, AT.plusSeconds(5), null, null));
    }

    @Test
    void what_was_paid_after_all_has_not_failed() {
        assertThat(PayoutStatus.PAID.hasFailed()).isFalse();
        assertThat(PayoutStatus.RESERVED.hasFailed()).isFalse();
        assertThat(PayoutStatus.FAILED.hasFailed()).isTrue();
        assertThat(PayoutStatus.RETURNED.hasFailed()).isTrue();
    }

    private static Moment moment(int second, String what, int attempt, @Nullable String detail) {
        return new Moment(second, what, attempt, detail, AT.plusSeconds(second));
    }
}
