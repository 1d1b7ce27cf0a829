package io.daybook.account;

import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One payout inside its account.
 *
 * @param attempt the one that is under way or may begin
 * @param submitted the last one whose intent is recorded; 0 before the first
 * @param pieces what it will pay; none once it is settled or closed
 * @param claim what it counts on finding on its connected account
 */
record Payout(
        Terms terms,
        PayoutStatus status,
        int attempt,
        int submitted,
        List<Piece> pieces,
        Money claim,
        PayoutSteps steps) {

    /** What was approved, and when the latest of what it pays was earned. */
    record Terms(PayoutId id, Money amount, PayoutRoute route, PayoutDestination destination, Instant earnedAt) {}

    static Payout reserved(PayoutReserved e, List<Piece> pieces) {
        Instant earnedAt = pieces.stream()
                .map(piece -> piece.ref().earnedAt())
                .max(Instant::compareTo)
                .orElse(e.occurredAt());
        return new Payout(
                new Terms(e.payout(), e.amount(), e.route(), e.destination(), earnedAt),
                PayoutStatus.RESERVED,
                1,
                0,
                pieces,
                Money.zero(e.amount().currency()),
                PayoutSteps.none(e.amount().currency()));
    }

    PayoutId id() {
        return terms.id();
    }

    Money amount() {
        return terms.amount();
    }

    boolean isConnected() {
        return terms.route().source() == PayoutRoute.Source.CONNECTED_ACCOUNT;
    }

    /** Equal destinations have equal indexes. */
    String destination() {
        return terms.destination().account().index();
    }

    Flow flow() {
        return new Flow(terms.route(), isConnected() ? destination() : null);
    }

    StepState step(PayoutStep step) {
        return step == PayoutStep.TRANSFER ? steps.transfer() : steps.payout();
    }

    /** Whether the attempt under way has recorded the intent of its payout step. */
    boolean payoutBegun() {
        return submitted > 0 && steps.payout().in() == submitted;
    }

    /** Whether an earlier attempt was found to have paid, beside the one under way. */
    boolean isPaidOtherwise() {
        return !steps.over().containsAll(steps.duplicates());
    }

    Payout at(PayoutStatus next) {
        return new Payout(terms, next, attempt, submitted, pieces, claim, steps);
    }

    Payout mayAttempt(int next) {
        return new Payout(terms, PayoutStatus.RESERVED, next, submitted, pieces, claim, steps);
    }

    Payout submitted(int which) {
        return new Payout(terms, PayoutStatus.SUBMITTING, which, which, pieces, claim, steps);
    }

    Payout claiming(Money next) {
        return new Payout(terms, status, attempt, submitted, pieces, next, steps);
    }

    /** Nothing of the entries it paid will come back to them. */
    Payout settled(PayoutStatus next) {
        return new Payout(terms, next, attempt, submitted, List.of(), claim, steps);
    }

    Payout with(UnaryOperator<PayoutSteps> change) {
        return new Payout(terms, status, attempt, submitted, pieces, claim, change.apply(steps));
    }

    Payout with(PayoutStep step, StepState next) {
        return with(all -> all.with(step, next));
    }
}
