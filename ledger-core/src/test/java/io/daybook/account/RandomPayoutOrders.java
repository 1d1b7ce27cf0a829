package io.daybook.account;

import static io.daybook.account.Acct.ACCOUNT;
import static io.daybook.account.Acct.AWAY;
import static io.daybook.account.Acct.BLOCKED;
import static io.daybook.account.Acct.FILE;
import static io.daybook.account.Acct.HOME;
import static io.daybook.account.Acct.MOVED;
import static io.daybook.account.Acct.PAYABLE;
import static io.daybook.account.Acct.STRIPE;
import static io.daybook.account.Acct.WALLET;
import static io.daybook.account.Acct.usd;

import io.daybook.account.AccountCommand.AdoptObject;
import io.daybook.account.AccountCommand.ClearSuspense;
import io.daybook.account.AccountCommand.ClosePayout;
import io.daybook.account.AccountCommand.ContinuePayout;
import io.daybook.account.AccountCommand.DropPayout;
import io.daybook.account.AccountCommand.EndReversal;
import io.daybook.account.AccountCommand.ObservePayout;
import io.daybook.account.AccountCommand.ProveAbsent;
import io.daybook.account.AccountCommand.RecordAnswer;
import io.daybook.account.AccountCommand.RecordReversal;
import io.daybook.account.AccountCommand.ReleasePayout;
import io.daybook.account.AccountCommand.ReservePayout;
import io.daybook.account.AccountCommand.RetryPayout;
import io.daybook.account.AccountCommand.SubmitPayout;
import io.daybook.account.AccountCommand.TakeBack;
import io.daybook.account.RailFact.Status;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Orders about payouts: often what an engine would do next, often what only a confused provider would report. */
final class RandomPayoutOrders {
    private final Random random;
    private int lines;

    RandomPayoutOrders(Random random) {
        this.random = random;
    }

    AccountCommand next(AccountState s, Instant at) {
        if (lines == 0 || random.nextInt(8) == 0) return reserve(s, at);
        PayoutId id = payout(1 + random.nextInt(lines));
        Optional<Payout> payout = s.payouts().all().find(id);
        if (payout.isEmpty()) return random.nextBoolean() ? reserve(s, at) : report(id, Optional.empty(), at);
        return random.nextInt(5) < 3 ? sensible(payout.get(), at) : anything(payout.get(), at);
    }

    /** Each in a batch of its own: a batch pays an account once. */
    private static PayoutId payout(int number) {
        return PayoutId.of("march" + number, 1);
    }

    private AccountCommand reserve(AccountState s, Instant at) {
        PayoutId id = payout(random.nextInt(20) == 0 ? 1 : ++lines);
        String batch = "batch-" + id.batchKey();
        long available = s.credits().available().minor();
        long minor = available == 0 ? 1 : 1 + random.nextLong(available + (random.nextInt(10) == 0 ? 100 : 0));
        PayoutRoute route = switch (random.nextInt(6)) {
            case 0 -> WALLET;
            case 1 -> FILE;
            default -> STRIPE;
        };
        boolean away = random.nextInt(5) == 0;
        Payability payability = away ? MOVED : payability();
        if (random.nextInt(30) == 0)
            return new DropPayout(ACCOUNT, id, batch, usd(minor), DropReason.BATCH_CANCELED, at);
        return new ReservePayout(ACCOUNT, id, batch, usd(minor), at, route, away ? AWAY : HOME, payability, at);
    }

    private Payability payability() {
        return random.nextInt(15) == 0 ? BLOCKED : PAYABLE;
    }

    private Payability payability(Payout p) {
        return p.terms().destination().equals(AWAY) ? MOVED : payability();
    }

    /** What an engine or a person would do next. */
    private AccountCommand sensible(Payout p, Instant at) {
        return switch (p.status()) {
            case RESERVED ->
                random.nextInt(10) == 0
                        ? new ClosePayout(ACCOUNT, p.id(), Signer.DAYBOOK, at)
                        : new SubmitPayout(ACCOUNT, p.id(), p.attempt(), payability(p), at);
            case SUBMITTING -> submitting(p, at);
            case UNKNOWN ->
                random.nextBoolean()
                        ? new ProveAbsent(
                                ACCOUNT, p.id(), unknown(p), p.step(unknown(p)).attempt(), "looked", at)
                        : report(p.id(), Optional.of(p), at);
            case PROVEN_ABSENT ->
                random.nextInt(3) == 0
                        ? new ClosePayout(ACCOUNT, p.id(), Signer.DAYBOOK, at)
                        : new ReleasePayout(ACCOUNT, p.id(), false, Signer.DAYBOOK, at);
            case REJECTED, FAILED, CANCELED ->
                random.nextInt(3) == 0
                        ? new ClosePayout(ACCOUNT, p.id(), Signer.DAYBOOK, at)
                        : new RetryPayout(ACCOUNT, p.id(), false, Signer.DAYBOOK, at);
            case FAILED_AFTER_PAID, RETURNED -> new ClearSuspense(ACCOUNT, p.id(), payability(p), at);
            case ACCEPTED, IN_TRANSIT, PAID, CLOSED, FOUND_LATE -> report(p.id(), Optional.of(p), at);
        };
    }

    private AccountCommand submitting(Payout p, Instant at) {
        if (p.step(PayoutStep.TRANSFER).phase() == StepState.Phase.DONE && !p.payoutBegun())
            return new ContinuePayout(ACCOUNT, p.id(), p.submitted(), payability(p), at);
        PayoutStep step = p.payoutBegun() ? PayoutStep.PAYOUT : PayoutStep.TRANSFER;
        int attempt = p.step(step).attempt();
        StepAnswer answer = switch (random.nextInt(4)) {
            case 0 -> Acct.unknown();
            case 1 -> Acct.refused();
            default ->
                new StepAnswer.Accepted(
                        fact(p, step, attempt, step == PayoutStep.TRANSFER ? Status.DONE : Status.PENDING, at));
        };
        return new RecordAnswer(ACCOUNT, p.id(), step, attempt, answer, at);
    }

    private static PayoutStep unknown(Payout p) {
        return p.step(PayoutStep.PAYOUT).phase() == StepState.Phase.UNKNOWN ? PayoutStep.PAYOUT : PayoutStep.TRANSFER;
    }

    private AccountCommand anything(Payout p, Instant at) {
        PayoutStep step = random.nextBoolean() ? PayoutStep.TRANSFER : PayoutStep.PAYOUT;
        int attempt = random.nextInt(4);
        return switch (random.nextInt(14)) {
            case 0 -> new SubmitPayout(ACCOUNT, p.id(), attempt, payability(p), at);
            case 1 -> new ContinuePayout(ACCOUNT, p.id(), attempt, payability(p), at);
            case 2 -> new ProveAbsent(ACCOUNT, p.id(), step, attempt, "looked", at);
            case 3 -> new ReleasePayout(ACCOUNT, p.id(), false, Signer.DAYBOOK, at);
            case 4 -> new RetryPayout(ACCOUNT, p.id(), false, Signer.DAYBOOK, at);
            case 5 -> new ClosePayout(ACCOUNT, p.id(), Signer.DAYBOOK, at);
            case 6 -> new ClearSuspense(ACCOUNT, p.id(), payability(p), at);
            case 7 -> new RecordAnswer(ACCOUNT, p.id(), step, attempt, Acct.refused(), at);
            case 8 -> new RecordAnswer(ACCOUNT, p.id(), step, attempt, Acct.unknown(), at);
            case 9 -> reversal(p, at);
            case 10 ->
                new TakeBack(
                        ACCOUNT,
                        p.id(),
                        (random.nextBoolean() ? HOME : AWAY).account().index(),
                        at);
            case 11 -> endOfReversal(p, at);
            default -> report(p.id(), Optional.of(p), at);
        };
    }

    private AccountCommand endOfReversal(Payout p, Instant at) {
        Transfers transfers = p.steps().transfers();
        ReversalAnswer answer = switch (random.nextInt(3)) {
            case 0 -> new ReversalAnswer.Refused("no");
            case 1 -> new ReversalAnswer.Absent();
            default ->
                new ReversalAnswer.Done(
                        "trr-ours-" + p.id().value() + "-" + transfers.reversalsBegun(),
                        transfers.reversing() == null
                                ? usd(1)
                                : transfers.reversing().amount(),
                        at);
        };
        return new EndReversal(ACCOUNT, p.id(), transfers.reversalsBegun(), answer, at);
    }

    private RecordReversal reversal(Payout p, Instant at) {
        String transfer = "tr-" + p.id().value() + "-" + (1 + random.nextInt(2));
        Money amount = usd(1 + random.nextLong(p.amount().minor()));
        return new RecordReversal(ACCOUNT, p.id(), "trr-" + random.nextInt(3), transfer, amount, at, at);
    }

    private AccountCommand report(PayoutId id, Optional<Payout> payout, Instant at) {
        PayoutStep step = random.nextInt(3) == 0 ? PayoutStep.TRANSFER : PayoutStep.PAYOUT;
        Status[] all = Status.values();
        Status status = step == PayoutStep.TRANSFER
                ? random.nextInt(10) == 0 ? Status.REVERSED : Status.DONE
                : all[2 + random.nextInt(all.length - 2)];
        RailFact fact = payout.map(p -> fact(p, step, carried(p, step), status, at))
                .orElseGet(() -> new RailFact(step, 1, "x-" + id.value(), usd(5), status, null, null, at));
        return random.nextInt(8) == 0
                ? new AdoptObject(ACCOUNT, id, "stripe", fact, at)
                : new ObservePayout(ACCOUNT, id, fact, at);
    }

    private int carried(Payout p, PayoutStep step) {
        return switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> p.step(step).attempt() + 1;
            case 2 -> 1;
            default -> p.step(step).attempt();
        };
    }

    private RailFact fact(Payout p, PayoutStep step, int attempt, Status status, Instant at) {
        String prefix = step == PayoutStep.TRANSFER ? "tr-" : "po-";
        String twin = random.nextInt(15) == 0 ? "-twin" : "";
        Money asked = step == PayoutStep.TRANSFER && p.step(step).attempt() > 0
                ? p.step(step).amount()
                : p.amount();
        Money amount = random.nextInt(20) == 0 ? usd(1 + random.nextLong(asked.minor() + 5)) : asked;
        Instant created = random.nextInt(5) == 0 ? at.minusSeconds(random.nextInt(400_000)) : at;
        return new RailFact(
                step, attempt, prefix + p.id().value() + "-" + attempt + twin, amount, status, null, null, created);
    }
}
