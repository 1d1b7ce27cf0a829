package io.daybook.simulation;

import io.daybook.account.AccountEvent;
import io.daybook.account.AccountViews;
import io.daybook.account.AccountsInMemory;
import io.daybook.account.PayoutId;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorViews;
import io.daybook.contractor.ContractorsInMemory;
import io.daybook.funding.FundingInMemory;
import io.daybook.funding.FundingViews;
import io.daybook.journal.JournalLine;
import io.daybook.journal.LedgerAccount;
import io.daybook.journal.Postings;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.kernel.Recorded;
import io.daybook.payout.BatchesInMemory;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.payout.engine.EngineViews;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The views all nodes share: the real folds of the log, some time behind it. */
final class SimulatedViews implements Doer {
    private static final int AT_A_TIME = 200;
    private static final long FRESH = 2_000;

    private final World world;
    private final SimulatedLog log;
    private final boolean overGaps;
    private final Map<ContractorId, Long> onAccounts = new HashMap<>();
    final AccountsInMemory accounts = new AccountsInMemory();
    final ContractorsInMemory contractors = new ContractorsInMemory();
    final FundingInMemory funding = new FundingInMemory();
    final BatchesInMemory batches = new BatchesInMemory(accounts, funding::reservations, this::leftOnAccount);
    private long position;
    private long notBefore;

    SimulatedViews(World world, SimulatedLog log, Variant variant) {
        this.world = world;
        this.log = log;
        this.overGaps = variant.followsOverGaps();
    }

    private long leftOnAccount(PayoutId payout) {
        return accounts.payout(payout)
                .map(known -> onAccounts.getOrDefault(known.contractor(), 0L))
                .orElse(0L);
    }

    @Override
    public String name() {
        return "views";
    }

    @Override
    public long dueAt() {
        return log.firstShownAfter(position)
                .map(shown -> Math.max(shown, notBefore))
                .orElse(Long.MAX_VALUE);
    }

    long position() {
        return position;
    }

    @Override
    public void round() {
        List<Recorded> facts = log.after(position, AT_A_TIME, overGaps);
        if (facts.isEmpty()) return;
        contractors.apply(facts);
        accounts.apply(facts);
        funding.apply(facts);
        batches.apply(facts);
        for (Recorded fact : facts) post(fact);
        position = facts.getLast().position();
        notBefore = world.now() + world.chance.below(100);
        if (world.happens(Fault.LATE_VIEWS, 40))
            notBefore = world.now() + world.chance.between(1_000, world.chance.oneIn(4) ? World.HOUR : 20_000);
    }

    private void post(Recorded fact) {
        if (!(fact.event() instanceof AccountEvent event)) return;
        Postings.of(event).ifPresent(entry -> {
            for (JournalLine line : entry.lines())
                if (line.account() == LedgerAccount.CONNECTED)
                    onAccounts.merge(event.account().contractor(), line.amount().minor(), Long::sum);
        });
    }

    @Override
    public void startAgain() {}

    EngineViews of(Node node) {
        return new EngineViews(
                Ports.stepping(AccountViews.class, accounts, world, node),
                Ports.stepping(ContractorViews.class, contractors, world, node),
                Ports.stepping(PayoutBatchViews.class, batches, world, node),
                new Progress(node));
    }

    FundingViews funding(Node node) {
        return Ports.stepping(FundingViews.class, funding, world, node);
    }

    private final class Progress implements ProjectionProgress {
        private final Node node;

        Progress(Node node) {
            this.node = node;
        }

        @Override
        public long projectedPosition() {
            return position;
        }

        @Override
        public boolean shows(String streams) {
            return true;
        }

        @Override
        public boolean await(long wanted, Duration timeout) {
            world.step(node);
            for (int looks = 0; looks < 10 && position < wanted; looks++) {
                world.pass(timeout.toMillis() / 20);
                if (dueAt() <= world.now()) round();
            }
            return position >= wanted;
        }

        @Override
        public boolean isWithin(Duration age) {
            return log.firstShownAfter(position)
                    .map(shown -> shown > world.now() - age.toMillis())
                    .orElse(true);
        }

        @Override
        public boolean awaitCaughtUp(Duration timeout) {
            return await(log.head(), timeout);
        }
    }
}
