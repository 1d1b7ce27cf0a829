package io.daybook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.Decision.Accepted;
import io.daybook.kernel.Decision.Rejected;
import java.util.ArrayList;
import java.util.List;

/** Given these facts, when this is ordered, then that: a rule tested without its shell, in under a microsecond. */
public record Spec<C extends DomainCommand, S, E extends DomainEvent>(Decider<C, S, E> decider) {
    @SafeVarargs
    public final Given<C, S, E> given(E... facts) {
        return given(List.of(facts));
    }

    public Given<C, S, E> given(List<? extends E> facts) {
        S state = decider.initial();
        for (E fact : facts) state = decider.evolve().apply(state, fact);
        return new Given<>(decider, state);
    }

    public record Given<C extends DomainCommand, S, E extends DomainEvent>(Decider<C, S, E> decider, S state) {
        public Then<C, S, E> when(C command) {
            return new Then<>(this, command, decider.decide().apply(state, command));
        }
    }

    public record Then<C extends DomainCommand, S, E extends DomainEvent>(
            Given<C, S, E> given, C command, Decision<E> decision) {
        @SafeVarargs
        public final Given<C, S, E> then(E... facts) {
            assertThat(facts()).containsExactly(facts);
            return and();
        }

        public Given<C, S, E> thenNothing() {
            assertThat(facts()).isEmpty();
            return and();
        }

        public void thenRejected(Rejection reason) {
            assertThat(decision).isEqualTo(new Rejected<E>(reason));
        }

        public void thenRejected(String code) {
            assertThat(decision).isInstanceOf(Rejected.class);
            if (decision instanceof Rejected<E>(Rejection reason))
                assertThat(reason.code()).isEqualTo(code);
        }

        /** The facts accepted; fails the test where the order was refused. */
        public List<E> facts() {
            assertThat(decision).as("answer to %s", command).isInstanceOf(Accepted.class);
            return decision instanceof Accepted<E>(List<E> events) ? events : new ArrayList<>();
        }

        /** Goes on from the state the accepted facts lead to. */
        public Given<C, S, E> and() {
            S state = given.state();
            for (E fact : facts()) state = given.decider().evolve().apply(state, fact);
            return new Given<>(given.decider(), state);
        }
    }
}
