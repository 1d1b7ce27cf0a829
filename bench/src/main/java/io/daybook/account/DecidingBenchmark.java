package io.daybook.account;

import io.daybook.account.AccountCommand.PostAdjustment;
import io.daybook.contractor.Actor;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Decision;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The rules of an account that fifty bonuses were given to. */
@State(Scope.Benchmark)
public class DecidingBenchmark {
    private static final int BONUSES = 50;
    private static final int EVENTS = 2 * BONUSES;

    private final List<AccountEvent> history = new ArrayList<>();
    private final AccountState lived = live();

    private AccountState live() {
        AccountState state = AccountState.UNOPENED;
        for (int number = 0; number < BONUSES; number++)
            for (AccountEvent event : events(AccountDecider.decide(state, bonus(number)))) {
                history.add(event);
                state = AccountDecider.evolve(state, event);
            }
        if (history.size() != EVENTS) throw new IllegalStateException(history.size() + " events");
        return state;
    }

    private static List<AccountEvent> events(Decision<AccountEvent> decision) {
        if (decision instanceof Decision.Accepted<AccountEvent>(List<AccountEvent> events)) return events;
        throw new IllegalStateException("refused: " + decision);
    }

    private static PostAdjustment bonus(int number) {
        ContractorId who = ContractorId.of("person");
        Adjustment bonus = new Adjustment(
                AdjustmentId.of("bonus-" + number),
                AdjustmentKind.BONUS,
                Money.of(100 + number, "USD"),
                new Sealed(who.person(), new byte[64]),
                null);
        return new PostAdjustment(
                AccountId.of(who, Currencies.of("USD")),
                bonus,
                Actor.staff(new Subject("maker")),
                Money.of(1_000_000, "USD"),
                Instant.EPOCH);
    }

    private final PostAdjustment next = bonus(BONUSES);

    @Benchmark
    public Decision<AccountEvent> decide() {
        return AccountDecider.decide(lived, next);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public Object evolve() {
        AccountState state = AccountState.UNOPENED;
        for (AccountEvent event : history) state = AccountDecider.evolve(state, event);
        return state;
    }

    /** What the others are made of. */
    static List<AccountEvent> events() {
        return new DecidingBenchmark().history;
    }
}
