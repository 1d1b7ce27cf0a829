package io.daybook.account;

import io.daybook.kernel.Decision;
import io.daybook.kernel.Decision.Accepted;
import io.daybook.kernel.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/** Orders at random to one account, with what they led to. The same seed gives the same history. */
public final class RandomHistory {
    private final BiFunction<AccountState, AccountCommand, Decision<AccountEvent>> rules;
    private final RandomOrders orders;
    private final Random random;
    private final Books books = new Books();
    private final List<Recorded> log = new ArrayList<>();
    private AccountState state = AccountState.UNOPENED;
    private Instant now = Acct.NOON;

    RandomHistory(long seed, BiFunction<AccountState, AccountCommand, Decision<AccountEvent>> rules) {
        this.random = new Random(seed);
        this.orders = new RandomOrders(random);
        this.rules = rules;
    }

    /** The facts of {@code steps} orders, as a log would hold them. */
    public static List<Recorded> facts(long seed, int steps) {
        RandomHistory history = new RandomHistory(seed, AccountDecider::decide);
        for (int i = 0; i < steps; i++) history.step();
        return history.log;
    }

    /** One order, given twice; what it breaks, in words. */
    List<String> step() {
        now = now.plusSeconds(random.nextInt(3) == 0 ? random.nextInt(200_000) : random.nextInt(60));
        AccountCommand order = orders.next(state, now);
        carryOut(order);
        List<String> wrong = new ArrayList<>(books.wrong(state));
        if (rules.apply(state, order) instanceof Accepted<AccountEvent>(var again) && !again.isEmpty())
            wrong.add("the same order again led to " + again);
        return wrong.isEmpty() ? wrong : List.of("after " + order + ": " + wrong);
    }

    private void carryOut(AccountCommand order) {
        if (!(rules.apply(state, order) instanceof Accepted<AccountEvent>(var facts))) return;
        for (AccountEvent fact : facts) {
            state = AccountDecider.evolve(state, fact);
            books.add(fact);
            long position = log.size() + 1;
            log.add(new Recorded(
                    position, "event-" + position, fact.streamId(), position - 1, now, fact, "test", null));
        }
    }

    AccountState state() {
        return state;
    }

    List<Recorded> log() {
        return log;
    }
}
