package io.daybook.payout;

import static io.daybook.payout.Batch.ID;
import static io.daybook.payout.Batch.NOW;
import static io.daybook.payout.Batch.USD;
import static io.daybook.payout.Batch.line;

import io.daybook.account.AccountEvent;
import io.daybook.account.PaidAccounts;
import io.daybook.account.PayoutProgress.PayoutDropped;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.contractor.Actor;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Decision;
import io.daybook.kernel.Decision.Accepted;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import io.daybook.payout.BatchLinesCommand.FreezeLines;
import io.daybook.payout.PayoutBatchCommand.ApproveBatch;
import io.daybook.payout.PayoutBatchCommand.BeginExecution;
import io.daybook.payout.PayoutBatchCommand.CancelBatch;
import io.daybook.payout.PayoutBatchCommand.CompleteBatch;
import io.daybook.payout.PayoutBatchCommand.DraftBatch;
import io.daybook.payout.PayoutBatchCommand.FreezeBatch;
import io.daybook.payout.PayoutBatchCommand.NoteStrayObject;
import io.daybook.payout.PayoutBatchCommand.PauseBatch;
import io.daybook.payout.PayoutBatchCommand.ReleaseBatch;
import io.daybook.payout.PayoutBatchCommand.ResumeBatch;
import io.daybook.payout.PayoutBatchCommand.Stake;
import io.daybook.rail.RailObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/** Orders at random to one batch, by its maker, checkers and people it pays, with rows that somebody may alter. */
final class RandomBatch {
    static final List<Actor> PEOPLE = List.of(
            Actor.staff(Batch.MAKER),
            Actor.staff(Batch.CHECKER),
            Actor.staff(Batch.SECOND),
            new Actor(new Subject("contractor:c1"), ContractorId.of("c1")),
            new Actor(new Subject("contractor:c5"), ContractorId.of("c5")));

    private final Random random;
    private final BiFunction<PayoutBatchState, PayoutBatchCommand, Decision<PayoutBatchEvent>> rules;
    private final PaidAccounts accounts = new PaidAccounts();
    private final List<DomainEvent> log = new ArrayList<>();
    private PayoutBatchState state = PayoutBatchState.NONE;
    private List<BatchLine> frozen = List.of();
    private List<BatchLine> rows = List.of();
    private String chunk = "";

    RandomBatch(long seed, BiFunction<PayoutBatchState, PayoutBatchCommand, Decision<PayoutBatchEvent>> rules) {
        this.random = new Random(seed);
        this.rules = rules;
    }

    List<DomainEvent> log() {
        return log;
    }

    void step() {
        switch (random.nextInt(12)) {
            case 0 ->
                give(new DraftBatch(
                        ID, "week-18", "simulator", USD, NOW, Money.zero(USD), List.of(), person().subject(), NOW));
            case 1 -> freeze();
            case 2, 3 -> approve();
            case 4 -> release();
            case 5 -> alter();
            case 6 -> pauseOrCancel();
            case 7 -> complete();
            default -> carryOut();
        }
    }

    private Actor person() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private boolean give(PayoutBatchCommand order) {
        if (!(rules.apply(state, order) instanceof Accepted<PayoutBatchEvent>(var facts))) return false;
        for (PayoutBatchEvent fact : facts) {
            state = PayoutBatchDecider.evolve(state, fact);
            log.add(fact);
        }
        return true;
    }

    private void freeze() {
        List<BatchLine> plan = new ArrayList<>();
        for (int i = 1; i <= 1 + random.nextInt(5); i++) plan.add(line(i, "c" + i, 1 + random.nextInt(500)));
        if (BatchLinesDecider.decide(chunk, new FreezeLines(new LinesChunk(ID, 1, plan), NOW))
                        instanceof Accepted<BatchLinesEvent>(var facts)
                && !facts.isEmpty()) {
            log.addAll(facts);
            chunk = new LinesChunk(ID, 1, plan).hash();
            frozen = plan;
            rows = plan;
            for (BatchLine each : plan) accounts.earn(each.account(), each.amount(), NOW);
        }
        give(new FreezeBatch(ID, LinesChunk.content(LinesChunk.of(ID, frozen), USD), person().subject(), NOW));
    }

    private String hash() {
        return LinesChunk.content(LinesChunk.of(ID, rows), USD).hash();
    }

    private void approve() {
        Actor by = person();
        give(new ApproveBatch(ID, random.nextInt(6) == 0 ? "another" : hash(), by, stake(by), NOW));
    }

    private void release() {
        List<String> exceeded = random.nextInt(4) == 0 ? List.of("limit") : List.of();
        Actor by = person();
        give(new ReleaseBatch(ID, hash(), exceeded, random.nextInt(8) > 0, by.subject(), stake(by), NOW));
    }

    private Stake stake(Actor by) {
        return new Stake(
                rows.stream()
                        .filter(row -> by.is(row.contractor()))
                        .map(BatchLine::line)
                        .toList(),
                List.of());
    }

    /** What nobody may do: a row changed, or changed back. */
    private void alter() {
        if (rows.isEmpty() || random.nextInt(3) > 0) return;
        BatchLine row = rows.getFirst();
        boolean changed = row.amount().minor() > 1000;
        Money amount = Money.of(row.amount().minor() + (changed ? -1000 : 1000), "USD");
        rows = new ArrayList<>(rows);
        rows.set(0, new BatchLine(row.line(), row.account(), amount, row.destination()));
    }

    private void pauseOrCancel() {
        switch (random.nextInt(12)) {
            case 0 -> give(new CancelBatch(ID, false, person().subject(), NOW));
            case 1, 2, 3 -> give(new PauseBatch(ID, person().subject(), NOW));
            default -> give(new ResumeBatch(ID, person().subject(), NOW));
        }
    }

    /** As the engine does: the batch is asked about the rows, then one of them goes its way. */
    private void carryOut() {
        if (rows.isEmpty() || state.status() == BatchStatus.PAUSED) return;
        if (!give(new BeginExecution(ID, hash(), NOW))) return;
        BatchLine row = rows.get(random.nextInt(rows.size()));
        List<AccountEvent> facts = state.restCancelled()
                ? accounts.drop(row.account(), ID.payout(row.line()), row.amount(), NOW)
                : accounts.reserve(
                        row.account(),
                        ID.payout(row.line()),
                        row.amount(),
                        row.destination(),
                        random.nextInt(9) == 0,
                        random.nextInt(9) == 0,
                        NOW.plusSeconds(1));
        log.addAll(facts);
    }

    private void complete() {
        long payouts = log.stream().filter(PayoutReserved.class::isInstance).count();
        long dropped = log.stream().filter(PayoutDropped.class::isInstance).count();
        give(new CompleteBatch(ID, payouts, 0, dropped, NOW));
        if (random.nextInt(30) == 0) noteStray();
    }

    /** The provider knows more under this batch's reference than the log does. */
    private void noteStray() {
        Money amount = Money.of(5, "USD");
        give(new NoteStrayObject(
                ID,
                ID.payout(1).value(),
                "simulator",
                RailObject.Kind.TRANSFER,
                "tr_" + random.nextInt(2),
                amount,
                amount,
                person().subject(),
                NOW));
    }
}
