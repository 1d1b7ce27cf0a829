package io.daybook.api.payouts;

import io.daybook.account.AccountViews;
import io.daybook.account.MismatchKind;
import io.daybook.account.PayoutStatus;
import io.daybook.account.PayoutView;
import io.daybook.api.payouts.NextMove.By;
import io.daybook.contractor.BlockingReason;
import io.daybook.contractor.ContractorViews;
import io.daybook.payout.BatchStatus;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchView;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.payout.engine.EngineStore;
import io.daybook.payout.engine.RailSwitch.Stop;
import io.daybook.payout.engine.SealGate;
import io.daybook.payout.engine.SealGate.Hold;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says of every payout whose move it is: nothing may stand still without somebody knowing that it is theirs. */
@Component
final class NextMoves {
    private static final Set<PayoutStatus> SENT_BY_US =
            EnumSet.of(PayoutStatus.RESERVED, PayoutStatus.SUBMITTING, PayoutStatus.UNKNOWN);

    /** They would be sent by us again. */
    private static final Set<PayoutStatus> FOR_A_PERSON =
            EnumSet.of(PayoutStatus.PROVEN_ABSENT, PayoutStatus.REJECTED, PayoutStatus.FAILED, PayoutStatus.CANCELED);

    private static final Predicate<PayoutView.Moment> ELSEWHERE =
            moment -> MismatchKind.DESTINATION_DIFFERS.name().equals(moment.detail());

    private final EngineStore store;
    private final SealGate seal;
    private final PayoutBatchViews batches;
    private final ContractorViews contractors;
    private final AccountViews accounts;
    private final InstantSource clock;

    NextMoves(
            EngineStore store,
            PayoutBatchViews batches,
            ContractorViews contractors,
            AccountViews accounts,
            SealGate seal,
            InstantSource clock) {
        this.store = store;
        this.seal = seal;
        this.batches = batches;
        this.contractors = contractors;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param waitsFor what must come next @param next whose move it is */
    record Outlook(PayoutView.WaitsFor waitsFor, NextMove next) {}

    Outlook of(PayoutView payout) {
        return of(List.of(payout)).apply(payout);
    }

    /** Reads what many payouts have in common once. */
    Function<PayoutView, Outlook> of(Collection<PayoutView> payouts) {
        Map<String, Optional<Stop>> stops = new HashMap<>();
        Map<PayoutBatchId, Optional<PayoutBatchView>> known = new HashMap<>();
        Map<PayoutBatchId, Optional<Hold>> holds = new HashMap<>();
        for (PayoutView payout : payouts)
            if (SENT_BY_US.contains(payout.status()) || FOR_A_PERSON.contains(payout.status())) {
                stops.computeIfAbsent(payout.route().rail(), store.railSwitch()::stopped);
                known.computeIfAbsent(PayoutBatchId.of(payout.id()), batches::byId);
                if (SENT_BY_US.contains(payout.status()))
                    holds.computeIfAbsent(PayoutBatchId.of(payout.id()), seal::on);
            }
        return payout -> held(
                        payout,
                        stops.getOrDefault(payout.route().rail(), Optional.empty()),
                        known.getOrDefault(PayoutBatchId.of(payout.id()), Optional.empty()))
                .map(move -> new Outlook(payout.waitsFor(), move))
                .or(() -> sealed(payout, holds.getOrDefault(PayoutBatchId.of(payout.id()), Optional.empty())))
                .orElseGet(() -> new Outlook(payout.waitsFor(), usual(payout)));
    }

    /** What may have left waits for its answer all the same; it only is not sent again meanwhile. */
    private static Optional<Outlook> sealed(PayoutView payout, Optional<Hold> hold) {
        boolean unsent = payout.status() == PayoutStatus.RESERVED;
        return SENT_BY_US.contains(payout.status())
                ? hold.map(SealMoves::of)
                        .map(move -> new Outlook(unsent ? PayoutView.WaitsFor.SEAL : payout.waitsFor(), move))
                : Optional.empty();
    }

    /** What keeps Daybook from going on by itself. */
    private Optional<NextMove> held(PayoutView payout, Optional<Stop> stop, Optional<PayoutBatchView> batch) {
        if (payout.waitsFor() == PayoutView.WaitsFor.DESTINATION) return coolingDown(payout);
        boolean restCancelled = batch.map(PayoutBatchView::restCancelled).orElse(false);
        if (FOR_A_PERSON.contains(payout.status()))
            return restCancelled
                    ? finance("It was not paid, and the rest of its batch was cancelled. A checker closes it:"
                            + " its money is owed again.")
                    : Optional.empty();
        if (!SENT_BY_US.contains(payout.status())) return Optional.empty();
        if (stop.isPresent())
            return finance("The rail is stopped (" + stop.get().code() + "). A checker starts it again.");
        if (payout.status() != PayoutStatus.RESERVED && restCancelled)
            return notAgain("the rest of its batch was cancelled");
        if (restCancelled)
            return Optional.of(new NextMove(
                    By.DAYBOOK, "The rest of its batch was cancelled. Daybook closes it: its money is owed again."));
        if (batch.map(PayoutBatchView::status)
                .filter(BatchStatus.PAUSED::equals)
                .isPresent())
            return finance(
                    "The batch is paused, and nothing more of it is sent. Somebody resumes it, or cancels the rest.");
        if (payout.status() == PayoutStatus.RESERVED) return blocked(payout);
        return elsewhere(payout).or(() -> notAgain(payout));
    }

    /** Neither sent again nor proven absent: only a person can clear that up, and only at the provider. */
    private Optional<NextMove> elsewhere(PayoutView payout) {
        return payout.status() == PayoutStatus.UNKNOWN
                        && accounts.timeline(payout.id()).stream().anyMatch(ELSEWHERE)
                ? finance(
                        "Something that carries its reference lies on another account; its timeline names it. While"
                                + " that is a transfer that stands, this is neither sent nor given up: reverse it at the provider.")
                : Optional.empty();
    }

    /** What may have left is not sent again to somebody who must not be paid any more. */
    private Optional<NextMove> notAgain(PayoutView payout) {
        Set<BlockingReason> reasons = reasons(payout);
        return reasons.isEmpty() ? Optional.empty() : notAgain("blocked: " + named(reasons));
    }

    private static Optional<NextMove> notAgain(String why) {
        return Optional.of(new NextMove(
                By.DAYBOOK,
                "It may have left, and must not be sent again (" + why
                        + "). Daybook looks for it until the provider has surely forgotten its key."));
    }

    private static String named(Set<BlockingReason> reasons) {
        return reasons.stream().map(BlockingReason::name).sorted().collect(Collectors.joining(", "));
    }

    /** The contractor has done their part: the new destination only has to be old enough. */
    private Optional<NextMove> coolingDown(PayoutView payout) {
        return reasons(payout).equals(Set.of(BlockingReason.DESTINATION_COOLDOWN))
                ? Optional.of(
                        new NextMove(
                                By.DAYBOOK,
                                "The money came back, and a new destination is known. It becomes payable once that has cooled down."))
                : Optional.empty();
    }

    private Set<BlockingReason> reasons(PayoutView payout) {
        return contractors
                .byId(payout.contractor())
                .map(contractor -> contractor.blockingReasons(clock.instant()))
                .orElse(Set.of());
    }

    private Optional<NextMove> blocked(PayoutView payout) {
        Set<BlockingReason> reasons = reasons(payout);
        if (reasons.isEmpty()) return Optional.empty();
        By by = reasons.equals(Set.of(BlockingReason.PAYOUT_DESTINATION)) ? By.CONTRACTOR : By.FINANCE;
        return Optional.of(new NextMove(
                by,
                "The contractor cannot be paid (" + named(reasons)
                        + "). Once that is cleared Daybook sends it; a checker may close it."));
    }

    private static Optional<NextMove> finance(String what) {
        return Optional.of(new NextMove(By.FINANCE, what));
    }

    private static NextMove usual(PayoutView payout) {
        return switch (payout.waitsFor()) {
            case SUBMISSION, SEAL -> new NextMove(By.DAYBOOK, "Daybook sends it.");
            case PROVIDER ->
                payout.status() == PayoutStatus.SUBMITTING
                        ? new NextMove(By.PROVIDER, "Its instruction is under way. Daybook records the answer.")
                        : new NextMove(By.PROVIDER, "The provider hands it to the bank. Daybook keeps asking.");
            case BANK -> new NextMove(By.BANK, "The bank credits the contractor. Daybook keeps asking.");
            case LOOKUP ->
                new NextMove(
                        By.DAYBOOK,
                        "Nobody knows whether it was carried out. Daybook asks under the same key, and looks it up;"
                                + " it is never sent anew without evidence.");
            case RELEASE ->
                new NextMove(
                        By.FINANCE, "It was surely not carried out. A checker releases a new attempt or closes it.");
            case RETRY_OR_CLOSE ->
                new NextMove(By.FINANCE, "It was refused or failed. A checker retries or closes it.");
            case DESTINATION ->
                new NextMove(
                        By.CONTRACTOR, "The money came back. A new or confirmed destination makes it payable again.");
            case NOTHING -> new NextMove(By.NOBODY, over(payout.status()));
        };
    }

    private static String over(PayoutStatus status) {
        return switch (status) {
            case CLOSED, FAILED_AFTER_PAID, RETURNED ->
                "Nothing is left to do here: its money went back to what the contractor is owed, and a later batch pays it.";
            default -> "Nothing is left to do.";
        };
    }
}
