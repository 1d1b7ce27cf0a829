package io.daybook.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.account.PayoutReport.PayoutPaid;
import io.daybook.kernel.Decision;
import io.daybook.kernel.Decision.Accepted;
import io.daybook.kernel.Recorded;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Whatever is ordered and reported, in whatever order: after every step all invariants hold. */
class RandomHistoriesTest {
    private static final long SEED = Long.getLong("seed", 20_260_316L);
    private static final int HISTORIES = 10_000;
    private static final int STEPS = 50;

    private final Set<String> happened = new TreeSet<>();
    private final Set<PayoutStatus> reached = EnumSet.noneOf(PayoutStatus.class);

    @Test
    void every_invariant_holds_after_every_step_and_a_replay_leads_to_the_same_state() {
        for (int i = 0; i < HISTORIES; i++) {
            RandomHistory history = new RandomHistory(SEED + i, AccountDecider::decide);
            for (int step = 0; step < STEPS; step++)
                assertThat(history.step())
                        .as("seed %d, step %d", SEED + i, step)
                        .isEmpty();
            AccountState replayed = AccountState.UNOPENED;
            for (Recorded fact : history.log()) replayed = remember(replayed, (AccountEvent) fact.event());
            assertThat(replayed).as("replay of seed %d", SEED + i).isEqualTo(history.state());
        }
        assertThat(reached).as("seed %d", SEED).containsExactlyInAnyOrder(PayoutStatus.values());
        assertThat(happened).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(names(AccountEvent.class));
    }

    private AccountState remember(AccountState before, AccountEvent fact) {
        happened.add(fact.getClass().getSimpleName());
        AccountState after = AccountDecider.evolve(before, fact);
        if (fact instanceof PayoutEvent e)
            after.payouts().all().find(e.payout()).ifPresent(p -> reached.add(p.status()));
        return after;
    }

    private static Set<String> names(Class<?> type) {
        Set<String> names = new TreeSet<>();
        if (type.isRecord()) names.add(type.getSimpleName());
        else for (Class<?> part : type.getPermittedSubclasses()) names.addAll(names(part));
        return names;
    }

    @Test
    void rules_that_post_a_payout_twice_are_caught() {
        assertCaught(events -> {
            List<AccountEvent> twice = new ArrayList<>(events);
            events.stream().filter(PayoutPaid.class::isInstance).forEach(twice::add);
            return twice;
        });
    }

    @Test
    void rules_that_forget_to_net_are_caught() {
        assertCaught(events -> events.stream()
                .filter(event -> !(event instanceof EntryEvent.ClawbackNetted))
                .toList());
    }

    @Test
    void rules_that_give_back_what_may_still_be_on_its_way_are_caught() {
        assertCaught(events -> events.stream()
                .filter(event -> !(event instanceof PayoutProgress.PayoutReleased))
                .toList());
    }

    @Test
    void rules_that_pay_one_entry_beyond_its_amount_are_caught() {
        assertCaught(events -> events.stream()
                .map(event -> event instanceof PayoutReserved reserved ? fromOneEntry(reserved) : event)
                .toList());
    }

    private static AccountEvent fromOneEntry(PayoutReserved e) {
        List<EntryPart> parts = List.of(new EntryPart(e.parts().getFirst().entry(), e.amount()));
        return new PayoutReserved(
                e.account(),
                e.payout(),
                e.batch(),
                e.amount(),
                e.cutoff(),
                e.route(),
                e.destination(),
                parts,
                e.timesheets(),
                e.occurredAt());
    }

    private static void assertCaught(UnaryOperator<List<AccountEvent>> flaw) {
        BiFunction<AccountState, AccountCommand, Decision<AccountEvent>> flawed =
                (state, order) -> AccountDecider.decide(state, order) instanceof Accepted<AccountEvent>(var events)
                        ? Decision.accept(flaw.apply(events))
                        : Decision.accept();
        assertThat(firstWrong(flawed)).isNotEmpty();
    }

    /** What the checks say first, or what breaks under them. */
    private static List<String> firstWrong(BiFunction<AccountState, AccountCommand, Decision<AccountEvent>> rules) {
        for (int i = 0; i < HISTORIES; i++) {
            RandomHistory history = new RandomHistory(SEED + i, rules);
            for (int step = 0; step < STEPS; step++) {
                List<String> wrong = history.step();
                if (!wrong.isEmpty()) return wrong;
            }
        }
        return List.of();
    }
}
