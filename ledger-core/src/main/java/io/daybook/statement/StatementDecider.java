package io.daybook.statement;

import static io.daybook.kernel.Decision.accept;
import static io.daybook.kernel.Decision.reject;

import io.daybook.kernel.Decider;
import io.daybook.kernel.Decision;
import io.daybook.statement.StatementCommand.IssueStatement;
import io.daybook.statement.StatementEvent.StatementIssued;
import io.daybook.statement.StatementRejection.HistoryIncomplete;
import io.daybook.statement.StatementRejection.NotOver;

/** The rules about issuing statements. */
final class StatementDecider {
    static final Decider<StatementCommand, StatementState, StatementEvent> DECIDER =
            new Decider<>(StatementState.NONE, StatementDecider::decide, StatementDecider::evolve);

    private StatementDecider() {}

    static Decision<StatementEvent> decide(StatementState state, StatementCommand command) {
        return switch (command) {
            case IssueStatement c -> issue(state, c);
        };
    }

    /** What is still to come could belong to a time that is not over. */
    private static Decision<StatementEvent> issue(StatementState state, IssueStatement c) {
        if (state.issued()) return accept();
        if (c.at().isBefore(c.to())) return reject(new NotOver(c.to()));
        History history = c.history();
        if (!history.isWhole()) return reject(new HistoryIncomplete(history.count(), history.lastPersonSeq()));
        return accept(new StatementIssued(
                c.statement(),
                c.contractor(),
                c.from(),
                c.to(),
                history.count(),
                history.lastPersonSeq(),
                history.knownAt(),
                c.form(),
                c.hash(),
                c.by(),
                c.at()));
    }

    static StatementState evolve(StatementState state, StatementEvent event) {
        return switch (event) {
            case StatementIssued e -> StatementState.ISSUED;
        };
    }
}
