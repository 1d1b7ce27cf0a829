package io.daybook.api.payouts;

import io.daybook.account.PayoutId;
import io.daybook.account.PayoutStatus;
import io.daybook.account.PayoutView;
import io.daybook.api.http.people.ContractorRef;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payout on the wire.
 *
 * @param waitsFor what must come next; SEAL instead of SUBMISSION while the seal holds it back
 * @param nextAt when Daybook sends it or looks at it again by itself; null where it waits for somebody, or is held back
 * @param next whose move it is, and what happens next
 * @param rail the provider's ids
 * @param failure why it stands where it stands; what an earlier attempt failed of stands under {@code attempts}
 * @param attempts each try to send it, the first first; for a single payout only
 * @param timeline what happened to it; for a single payout only
 */
record PayoutJson(
        PayoutId id,
        String batch,
        ContractorRef contractor,
        Money amount,
        PayoutStatus status,
        int attempt,
        PayoutView.WaitsFor waitsFor,
        Instant since,
        @Nullable Instant nextAt,
        NextMove next,
        RailJson rail,
        @Nullable String failure,
        @Nullable List<AttemptJson> attempts,
        @Nullable List<PayoutView.Moment> timeline) {
    record RailJson(
            String name,
            @Nullable String transfer,
            @Nullable String payout,
            @Nullable String trace) {}

    static PayoutJson of(
            PayoutView payout,
            ContractorRef contractor,
            @Nullable Instant nextAt,
            NextMoves.Outlook outlook,
            @Nullable List<PayoutView.Moment> timeline) {
        return new PayoutJson(
                payout.id(),
                payout.batch(),
                contractor,
                payout.amount(),
                payout.status(),
                payout.attempt(),
                outlook.waitsFor(),
                payout.since(),
                nextAt,
                outlook.next(),
                new RailJson(payout.route().rail(), payout.transfer(), payout.object(), payout.trace()),
                payout.status().hasFailed() ? payout.failure() : null,
                timeline == null ? null : AttemptJson.of(timeline, payout.attempt()),
                timeline);
    }
}
