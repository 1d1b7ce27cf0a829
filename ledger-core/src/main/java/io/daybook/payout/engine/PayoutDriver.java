package io.daybook.payout.engine;

import io.daybook.account.AccountCommand;
import io.daybook.account.AccountCommand.Both;
import io.daybook.account.AccountCommand.ClosePayout;
import io.daybook.account.AccountCommand.DropPayout;
import io.daybook.account.AccountCommand.ReservePayout;
import io.daybook.account.AccountCommand.SubmitPayout;
import io.daybook.account.AccountId;
import io.daybook.account.DropReason;
import io.daybook.account.Payability;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress.PayoutDropped;
import io.daybook.account.PayoutProgress.PayoutSubmitted;
import io.daybook.account.PayoutRoute;
import io.daybook.account.PayoutView;
import io.daybook.account.Signer;
import io.daybook.account.StepIntent;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Outcome;
import io.daybook.payout.BatchLine;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Brings one payout as far as it can go now, from wherever the log left it. */
final class PayoutDriver {
    private static final Duration VIEWS_PATIENCE = Duration.ofSeconds(10);
    private static final Duration UNTIL_PAYABLE_AGAIN = Duration.ofMinutes(10);

    private final EngineViews views;
    private final Orders orders;
    private final Brakes brakes;
    private final StepSender steps;
    private final Destinations destinations;
    private final Payabilities payabilities;
    private final PayoutRoute route;
    private final InstantSource clock;

    PayoutDriver(
            EngineViews views,
            Orders orders,
            Brakes brakes,
            StepSender steps,
            Destinations destinations,
            Payabilities payabilities,
            PayoutRoute route,
            InstantSource clock) {
        this.views = views;
        this.orders = orders;
        this.brakes = brakes;
        this.steps = steps;
        this.destinations = destinations;
        this.payabilities = payabilities;
        this.route = route;
        this.clock = clock;
    }

    /** Reads for many lines at once what each of them will ask for within the next second. */
    void lookAhead(List<BatchLine> next) {
        payabilities.lookAhead(next.stream().map(BatchLine::contractor).toList());
        destinations.lookAhead(next.stream().map(BatchLine::destination).toList());
    }

    /** A line of the frozen list: it becomes a payout, or is dropped with a reason. */
    Drive drive(PayoutBatchView batch, BatchLine line) throws InterruptedException {
        PayoutId payout = batch.id().payout(line.line());
        if (brakes.restCancelled(batch.id())) return drop(batch, line, payout);
        Optional<String> brake = brakes.on(batch.id()).or(() -> brakes.on(line.contractor(), line.account()));
        if (brake.isPresent()) return new Drive.Held(brake.get());
        Payability payability = payabilities.lately(line.contractor());
        Instant now = clock.instant();
        AccountCommand reserve = reserve(batch, line, payability, now);
        AccountCommand submit = new SubmitPayout(line.account(), payout, 1, payability, now);
        Outcome outcome = orders.intend(new Both(reserve, submit), batch.id().value());
        if (outcome instanceof Outcome.Refused) return new Drive.Later(now.plus(UNTIL_PAYABLE_AGAIN));
        DomainEvent fact = orders.written(reserve, outcome).orElse(null);
        if (fact instanceof PayoutSubmitted e && e.payout().equals(payout))
            return steps.send(Step.of(e), e.occurredAt());
        if (fact instanceof PayoutDropped e && e.payout().equals(payout)) return new Drive.Rests(positionOf(outcome));
        return resume(payout, positionOf(outcome));
    }

    private ReservePayout reserve(PayoutBatchView batch, BatchLine line, Payability payability, Instant now) {
        return new ReservePayout(
                line.account(),
                batch.id().payout(line.line()),
                batch.id().value(),
                line.amount(),
                batch.cutoff(),
                route,
                line.destination(),
                payability,
                now);
    }

    /** From where the views show it. */
    Drive resume(PayoutView payout) throws InterruptedException {
        PayoutBatchId batch = PayoutBatchId.of(payout.id());
        return switch (payout.status()) {
            case RESERVED -> {
                if (brakes.restCancelled(batch)) yield close(payout);
                Optional<String> brake = brakes.on(batch)
                        .or(() -> brakes.on(payout.contractor(), payout.account()))
                        .or(() -> brakes.on(payout.account(), payout.id(), payout.attempt()));
                yield brake.isPresent()
                        ? new Drive.Held(brake.get())
                        : submit(payout.account(), payout.id(), payout.attempt(), payabilities.of(payout.contractor()));
            }
            case SUBMITTING -> steps.sendAgain(step(payout));
            case UNKNOWN -> steps.clear(step(payout));
            case ACCEPTED,
                    IN_TRANSIT,
                    PAID,
                    PROVEN_ABSENT,
                    REJECTED,
                    FAILED,
                    CANCELED,
                    FAILED_AFTER_PAID,
                    RETURNED,
                    CLOSED,
                    FOUND_LATE -> new Drive.Rests(0);
        };
    }

    private Drive resume(PayoutId payout, long position) throws InterruptedException {
        if (!views.progress().await(position, VIEWS_PATIENCE)) return new Drive.Later(clock.instant());
        Optional<PayoutView> known = views.accounts().payout(payout);
        return known.isPresent() ? resume(known.get()) : new Drive.Rests(position);
    }

    private Drive submit(AccountId account, PayoutId payout, int attempt, Payability payability)
            throws InterruptedException {
        AccountCommand order = new SubmitPayout(account, payout, attempt, payability, clock.instant());
        Outcome outcome = orders.intend(order, PayoutBatchId.of(payout).value());
        if (outcome instanceof Outcome.Refused)
            return new Drive.Later(clock.instant().plus(UNTIL_PAYABLE_AGAIN));
        return orders.written(order, outcome).orElse(null) instanceof PayoutSubmitted e
                        && e.payout().equals(payout)
                ? steps.send(Step.of(e), e.occurredAt())
                : new Drive.Later(clock.instant());
    }

    /** What the provider has carried out already is no rest: it is booked. */
    private Drive drop(PayoutBatchView batch, BatchLine line, PayoutId payout) {
        Outcome outcome = orders.once(
                new DropPayout(
                        line.account(),
                        payout,
                        batch.id().value(),
                        line.amount(),
                        DropReason.BATCH_CANCELED,
                        clock.instant()),
                "drop:" + payout.value(),
                batch.id().value());
        if (outcome instanceof Outcome.Refused) {
            Instant now = clock.instant();
            outcome = orders.intend(
                    reserve(batch, line, payabilities.of(line.contractor()), now),
                    batch.id().value());
            if (outcome instanceof Outcome.Refused) return new Drive.Later(now.plus(UNTIL_PAYABLE_AGAIN));
        }
        return new Drive.Rests(positionOf(outcome));
    }

    private Drive close(PayoutView payout) {
        Outcome outcome = orders.give(
                new ClosePayout(payout.account(), payout.id(), Signer.DAYBOOK, clock.instant()), payout.batch());
        return new Drive.Rests(positionOf(outcome));
    }

    private static Step step(PayoutView payout) {
        StepIntent intent = payout.intent();
        if (intent == null) throw new IllegalStateException(payout.id() + " was sent without an intent");
        return Step.of(payout, intent);
    }

    private static long positionOf(Outcome outcome) {
        return outcome instanceof Outcome.Done done ? done.position() : 0;
    }
}
