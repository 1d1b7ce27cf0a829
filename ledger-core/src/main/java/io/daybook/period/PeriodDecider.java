package io.daybook.period;

import static io.daybook.kernel.Decision.accept;
import static io.daybook.kernel.Decision.reject;

import io.daybook.kernel.Decider;
import io.daybook.kernel.Decision;
import io.daybook.kernel.Sealed;
import io.daybook.period.PeriodCommand.ClosePeriod;
import io.daybook.period.PeriodCommand.ReopenPeriod;
import io.daybook.period.PeriodEvent.PeriodClosed;
import io.daybook.period.PeriodEvent.PeriodReopened;
import io.daybook.period.PeriodEvent.PeriodSoftClosed;
import io.daybook.period.PeriodEvent.ReopeningAsked;
import io.daybook.period.PeriodEvent.ReopeningDropped;
import io.daybook.period.PeriodEvent.SoftCloseWithdrawn;
import io.daybook.period.PeriodRejection.NeedsSecondPerson;
import io.daybook.period.PeriodRejection.NotClosed;
import io.daybook.period.PeriodRejection.NotOver;
import io.daybook.period.PeriodRejection.ReasonMissing;

/** The rules about closing a month. */
final class PeriodDecider {
    static final Decider<PeriodCommand, PeriodState, PeriodEvent> DECIDER =
            new Decider<>(PeriodState.OPEN, PeriodDecider::decide, PeriodDecider::evolve);

    private PeriodDecider() {}

    static Decision<PeriodEvent> decide(PeriodState state, PeriodCommand command) {
        if (!command.by().isSomebody()) return reject(new NeedsSecondPerson(command.period()));
        return switch (command) {
            case ClosePeriod c -> close(state, c);
            case ReopenPeriod c -> reopen(state, c);
        };
    }

    /** A month that still runs would move to the future what is dated in it. */
    private static Decision<PeriodEvent> close(PeriodState state, ClosePeriod c) {
        if (c.at().isBefore(c.endsAt())) return reject(new NotOver(c.period(), c.endsAt()));
        return switch (state.status()) {
            case OPEN -> accept(new PeriodSoftClosed(c.period(), c.by(), c.at()));
            case SOFT_CLOSED ->
                c.by().equals(state.first())
                        ? reject(new NeedsSecondPerson(c.period()))
                        : accept(new PeriodClosed(c.period(), c.by(), c.at()));
            case CLOSED -> accept();
            case REOPENING -> accept(new ReopeningDropped(c.period(), c.by(), c.at()));
        };
    }

    private static Decision<PeriodEvent> reopen(PeriodState state, ReopenPeriod c) {
        return switch (state.status()) {
            case OPEN -> reject(new NotClosed(c.period()));
            case SOFT_CLOSED, CLOSED ->
                c.reason() == null ? reject(new ReasonMissing(c.period())) : ask(state, c, c.reason());
            case REOPENING ->
                c.by().equals(state.first())
                        ? reject(new NeedsSecondPerson(c.period()))
                        : accept(new PeriodReopened(c.period(), c.by(), c.at()));
        };
    }

    /** What only one person has signed, one person takes back. */
    private static Decision<PeriodEvent> ask(PeriodState state, ReopenPeriod c, Sealed reason) {
        return state.status() == PeriodStatus.SOFT_CLOSED
                ? accept(new SoftCloseWithdrawn(c.period(), reason, c.by(), c.at()))
                : accept(new ReopeningAsked(c.period(), reason, c.by(), c.at()));
    }

    static PeriodState evolve(PeriodState state, PeriodEvent event) {
        return switch (event) {
            case PeriodSoftClosed e -> new PeriodState(PeriodStatus.SOFT_CLOSED, e.by());
            case SoftCloseWithdrawn e -> PeriodState.OPEN;
            case PeriodClosed e -> PeriodState.CLOSED;
            case ReopeningAsked e -> new PeriodState(PeriodStatus.REOPENING, e.by());
            case ReopeningDropped e -> PeriodState.CLOSED;
            case PeriodReopened e -> PeriodState.OPEN;
        };
    }
}
