package io.daybook.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.account.PayoutReport.PayoutPaid;
import io.daybook.contractor.Actor;
import io.daybook.kernel.Decision;
import io.daybook.kernel.Decision.Accepted;
import io.daybook.kernel.Recorded;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactories;
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

    @Test
    void rules_that_pay_the_newest_entries_first_are_caught() {
        assertThat(firstWrong((state, order) -> flawed(
                        state,
                        order,
                        events -> events.stream()
                                .map(event -> event instanceof PayoutReserved reserved
                                        ? with(reserved, newest(state, reserved.amount()))
                                        : event)
                                .toList())))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("not the oldest first");
    }

    private static List<EntryPart> newest(AccountState state, Money amount) {
        List<EntryPart> parts = new ArrayList<>();
        Money left = amount;
        for (OpenEntry entry : state.credits().open().reversed()) {
            Money part = entry.available().min(left);
            if (part.isPositive()) parts.addFirst(new EntryPart(entry.ref().id(), part));
            left = left.minus(part);
        }
        return parts;
    }

    @Test
    void rules_that_let_one_person_do_for_two_are_caught() {
        assertThat(firstWrong((state, order) -> order instanceof AccountCommand.ApproveAdjustment c
                        ? signedBy(c, AccountDecider.decide(state, byAnother(c)))
                        : flawed(state, order, events -> events)))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("one person");
    }

    private static AccountCommand.ApproveAdjustment byAnother(AccountCommand.ApproveAdjustment c) {
        return new AccountCommand.ApproveAdjustment(
                c.account(), c.adjustment(), Actor.staff(new Subject("nobody")), c.at());
    }

    private static Decision<AccountEvent> signedBy(
            AccountCommand.ApproveAdjustment c, Decision<AccountEvent> decision) {
        if (!(decision instanceof Accepted<AccountEvent>(var events))) return Decision.accept();
        return Decision.accept(events.stream()
                .map(event -> event instanceof EntryEvent.AdjustmentMade e
                        ? new EntryEvent.AdjustmentMade(
                                e.account(),
                                e.adjustment(),
                                e.maker(),
                                c.approver().subject(),
                                e.occurredAt())
                        : event)
                .toList());
    }

    private static AccountEvent fromOneEntry(PayoutReserved e) {
        return with(e, List.of(new EntryPart(e.parts().getFirst().entry(), e.amount())));
    }

    private static AccountEvent with(PayoutReserved e, List<EntryPart> parts) {
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
        assertThat(firstWrong((state, order) -> flawed(state, order, flaw))).isNotEmpty();
    }

    private static Decision<AccountEvent> flawed(
            AccountState state, AccountCommand order, UnaryOperator<List<AccountEvent>> flaw) {
        return AccountDecider.decide(state, order) instanceof Accepted<AccountEvent>(var events)
                ? Decision.accept(flaw.apply(events))
                : Decision.accept();
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
