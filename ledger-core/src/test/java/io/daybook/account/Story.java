package io.daybook.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.journal.JournalLine;
import io.daybook.journal.Postings;
import io.daybook.kernel.Decision;
import io.daybook.kernel.Decision.Accepted;
import io.daybook.kernel.Decision.Rejected;
import java.util.List;

/** What happened to Ada's account so far, as orders: every step is checked against all invariants. */
record Story(AccountState state, Books books) {
    static Story of(AccountCommand... orders) {
        return new Story(AccountState.UNOPENED, new Books()).then(orders);
    }

    /** Goes on; fails the test where an order is refused. */
    Story then(AccountCommand... orders) {
        Story story = this;
        for (AccountCommand order : orders) story = story.when(order).and();
        return story;
    }

    Answer when(AccountCommand order) {
        return new Answer(this, order, AccountDecider.decide(state, order));
    }

    Payout payout(PayoutId id) {
        return state.payouts().get(id);
    }

    /** In minor units on the account's normal side. */
    long balance(int account) {
        return books.balance(account);
    }

    record Answer(Story before, AccountCommand order, Decision<AccountEvent> decision) {
        List<AccountEvent> facts() {
            assertThat(decision).as("answer to %s", order).isInstanceOf(Accepted.class);
            return ((Accepted<AccountEvent>) decision).events();
        }

        Story and() {
            AccountState state = before.state();
            Books books = before.books().copy();
            for (AccountEvent fact : facts()) {
                state = AccountDecider.evolve(state, fact);
                books.add(fact);
            }
            assertThat(books.wrong(state)).isEmpty();
            return new Story(state, books);
        }

        /** The journal's lines in order, like {@code "5000 +100"}: debits above zero. */
        Story moves(String... lines) {
            List<String> moved = facts().stream()
                    .flatMap(fact -> Postings.of(fact).stream())
                    .flatMap(entry -> entry.lines().stream())
                    .map(Answer::text)
                    .toList();
            assertThat(moved).containsExactly(lines);
            return and();
        }

        private static String text(JournalLine line) {
            return "%d %+d".formatted(line.account().number(), line.amount().minor());
        }

        Story movesNothing() {
            return moves();
        }

        void changesNothing() {
            assertThat(facts()).isEmpty();
        }

        void isRefused(String code) {
            assertThat(decision).as("answer to %s", order).isInstanceOf(Rejected.class);
            assertThat(((Rejected<AccountEvent>) decision).reason().code()).isEqualTo(code);
        }

        /** The simple names of the facts, in order. */
        Story records(String... names) {
            assertThat(facts().stream().map(fact -> fact.getClass().getSimpleName()))
                    .containsExactly(names);
            return and();
        }

        Story leaves(PayoutId payout, PayoutStatus status) {
            Story after = and();
            assertThat(after.payout(payout).status()).isEqualTo(status);
            return after;
        }
    }
}
