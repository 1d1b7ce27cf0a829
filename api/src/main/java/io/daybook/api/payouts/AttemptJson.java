package io.daybook.api.payouts;

import io.daybook.account.PayoutView.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One try to pay somebody.
 *
 * @param submittedAt null while its order has not been recorded
 * @param failure the provider's code; null unless it failed
 */
record AttemptJson(
        int attempt,
        @Nullable Instant submittedAt,
        @Nullable String failure,
        @Nullable Instant failedAt) {

    /** @param timeline in the order of the log; what names no attempt is about the one under way */
    static List<AttemptJson> of(List<Moment> timeline, int last) {
        Map<Integer, AttemptJson> attempts = new TreeMap<>();
        for (int i = 1; i <= last; i++) attempts.put(i, new AttemptJson(i, null, null, null));
        int current = 1;
        for (Moment moment : timeline) {
            int about = moment.attempt() == 0 ? current : moment.attempt();
            AttemptJson known = attempts.getOrDefault(about, new AttemptJson(about, null, null, null));
            switch (moment.what()) {
                case "PayoutSubmitted" -> attempts.put(about, known.submitted(moment.occurredAt()));
                case "PayoutRetried", "PayoutReleased" -> attempts.put(about, known);
                case "PayoutRejected", "PayoutFailed", "PayoutCanceled", "PayoutFailedAfterPaid", "PayoutReturned" ->
                    attempts.put(about, known.failed(moment));
                default -> {
                    continue;
                }
            }
            current = Math.max(current, about);
        }
        return List.copyOf(attempts.values());
    }

    private AttemptJson submitted(Instant at) {
        return new AttemptJson(attempt, at, failure, failedAt);
    }

    private AttemptJson failed(Moment moment) {
        return new AttemptJson(attempt, submittedAt, moment.detail(), moment.occurredAt());
    }
}
