package io.daybook.simulation;

import io.daybook.account.AccountBooks;
import io.daybook.account.AccountCommand;
import io.daybook.account.AccountCommand.ClearSuspense;
import io.daybook.account.AccountCommand.ObservePayout;
import io.daybook.account.AccountCommand.RepeatStep;
import io.daybook.account.AccountCommand.ReservePayout;
import io.daybook.account.AccountEvent;
import io.daybook.account.AccountRejection;
import io.daybook.account.PayoutProgress.AbsenceProven;
import io.daybook.account.PayoutProgress.SuspenseCleared;
import io.daybook.account.PayoutReport.StepUnknown;
import io.daybook.account.PayoutReport.TransferDone;
import io.daybook.account.PayoutStep;
import io.daybook.account.RailFact;
import io.daybook.kernel.Decider;
import io.daybook.kernel.Decision;
import io.daybook.kernel.Policy;
import io.daybook.kernel.Recorded;
import io.daybook.payout.PayoutBatchCommand;
import io.daybook.payout.PayoutBatchEvent;
import io.daybook.payout.engine.RailInbox;
import io.daybook.payout.engine.RailLease;
import io.daybook.payout.engine.SealedLog;
import io.daybook.payout.engine.SealedLog.Anchored;
import io.daybook.rail.PayoutRail;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ways in which payroll software has paid twice, lost or invented money, or left people waiting; each wrong in one way, in as
 * many places as would keep it from harm.
 */
enum PlantedBug implements Variant {
    A_NEW_KEY_ON_RETRY("sends what the log does not mean") {
        @Override
        public PayoutRail rail(PayoutRail rail) {
            return new BuggyRail.NewKeyOnRetry(rail);
        }
    },
    DONE_BEFORE_THE_COMMIT("done with evt_") {
        @Override
        public RailInbox inbox(RailInbox inbox, InstantSource clock) {
            return new BuggyInbox.DoneWhenRead(inbox);
        }
    },
    NO_DEDUPLICATION_OF_MESSAGES("lies in the inbox twice") {
        @Override
        public SimulatedInbox inbox(Oracle oracle) {
            return new BuggyInbox.KeepsRepeats(oracle);
        }
    },
    APPROVED_WITHOUT_A_HASH("no line of the approved list") {
        @Override
        public Decider<PayoutBatchCommand, ?, PayoutBatchEvent> batches(
                Decider<PayoutBatchCommand, ?, PayoutBatchEvent> rules) {
            return BuggyRules.withoutHash(rules);
        }
    },
    PAID_IS_FINAL("the provider paid it 0 times") {
        @Override
        public Decider<AccountCommand, ?, AccountEvent> accounts(Decider<AccountCommand, ?, AccountEvent> rules) {
            return BuggyRules.deciding(rules, (order, rightly) -> isLaterNo(order) ? Decision.accept() : rightly);
        }
    },
    A_LEASE_WITHOUT_FENCING("which is not in charge") {
        @Override
        public RailLease lease(RailLease lease) {
            return new BuggyLease(lease);
        }
    },
    /** And nobody looks, as who believes in a no does not: a new attempt that looked first would have found it. */
    A_LOST_ANSWER_IS_A_NO("paid twice", " is CLOSED, the provider paid it 1 times") {
        @Override
        public PayoutRail rail(PayoutRail rail) {
            return new BuggyRail.BelievingInNo(rail);
        }
    },
    /** Neither asked for again nor looked up: one of the two would be enough. */
    WHAT_IS_SHOWN_IS_NOT_SEEN(" waits as ") {
        private @Nullable Simulation simulation;

        @Override
        public void in(Simulation one) {
            simulation = one;
        }

        @Override
        public PayoutRail rail(PayoutRail rail) {
            return new BuggyRail.Blind(rail);
        }

        @Override
        public Decider<AccountCommand, ?, AccountEvent> accounts(Decider<AccountCommand, ?, AccountEvent> rules) {
            return BuggyRules.deciding(
                    rules,
                    (order, rightly) ->
                            order instanceof RepeatStep repeat && simulation != null && isShown(simulation, repeat)
                                    ? Decision.reject(new AccountRejection.UnknownPayout(repeat.payout()))
                                    : rightly);
        }

        private static boolean isShown(Simulation in, RepeatStep repeat) {
            return repeat.step() == PayoutStep.TRANSFER
                    && in.log.stream(repeat.account().value()).stream()
                            .anyMatch(fact -> fact.event() instanceof TransferDone done
                                    && done.payout().equals(repeat.payout()));
        }
    },
    A_NEW_ATTEMPT_WITHOUT_EVIDENCE("absent without evidence") {
        @Override
        public Decider<AccountCommand, ?, AccountEvent> accounts(Decider<AccountCommand, ?, AccountEvent> rules) {
            return BuggyRules.deciding(rules, (order, rightly) -> givenUp(rightly));
        }
    },
    RESERVED_FROM_THE_VIEW("an entry that is used up") {
        private @Nullable Simulation simulation;

        @Override
        public void in(Simulation one) {
            simulation = one;
        }

        @Override
        public Decider<AccountCommand, ?, AccountEvent> accounts(Decider<AccountCommand, ?, AccountEvent> rules) {
            return BuggyRules.deciding(
                    rules,
                    (order, rightly) -> order instanceof ReservePayout && simulation != null
                            ? AccountBooks.decideFrom(shown(simulation), order)
                            : rightly);
        }

        private static List<Recorded> shown(Simulation in) {
            return in.log.all().stream()
                    .filter(fact -> fact.position() <= in.views.position())
                    .toList();
        }
    },
    A_RETURN_CREDITED_TWICE("2040 is negative") {
        @Override
        public Decider<AccountCommand, ?, AccountEvent> accounts(Decider<AccountCommand, ?, AccountEvent> rules) {
            return BuggyRules.deciding(
                    rules, (order, rightly) -> order instanceof ClearSuspense ? twice(rightly) : rightly);
        }
    },
    A_FOLLOWER_THAT_SKIPS_GAPS("after the calm") {
        @Override
        public boolean followsOverGaps() {
            return true;
        }
    },
    SENT_BEFORE_ITS_RELEASE_IS_SEALED(", which let it go, is sealed") {
        @Override
        public SealedLog seal(SealedLog seal) {
            return () -> seal.newest().map(newest -> new Anchored(Long.MAX_VALUE, newest.age()));
        }
    },
    SENT_WHILE_NOBODY_SEALS("sends while nobody seals") {
        @Override
        public SealedLog seal(SealedLog seal) {
            return () -> seal.newest().map(newest -> new Anchored(newest.position(), Duration.ZERO));
        }
    },
    ROUNDED_AS_FLOAT(" earned ") {
        @Override
        public List<Policy> policies(List<Policy> policies) {
            return policies.stream().<Policy>map(BuggyRules.InFloat::new).toList();
        }
    };

    private final List<String> sayings;

    /** @param sayings what the oracle says of it: one of these */
    PlantedBug(String... sayings) {
        this.sayings = List.of(sayings);
    }

    boolean isSaidBy(Broken found) {
        String said = String.valueOf(found.getMessage());
        return sayings.stream().anyMatch(said::contains);
    }

    private static boolean isLaterNo(AccountCommand order) {
        return order instanceof ObservePayout seen
                && (seen.fact().status() == RailFact.Status.FAILED
                        || seen.fact().status() == RailFact.Status.RETURNED);
    }

    private static Decision<AccountEvent> givenUp(Decision<AccountEvent> decision) {
        if (!(decision instanceof Decision.Accepted<AccountEvent>(var events))) return decision;
        List<AccountEvent> more = new ArrayList<>(events);
        for (AccountEvent event : events)
            if (event instanceof StepUnknown e)
                more.add(new AbsenceProven(e.account(), e.payout(), e.step(), e.attempt(), e.why(), e.occurredAt()));
        return Decision.accept(more);
    }

    private static Decision<AccountEvent> twice(Decision<AccountEvent> decision) {
        if (!(decision instanceof Decision.Accepted<AccountEvent>(var events))) return decision;
        List<AccountEvent> more = new ArrayList<>(events);
        events.stream().filter(SuspenseCleared.class::isInstance).forEach(more::add);
        return Decision.accept(more);
    }
}
