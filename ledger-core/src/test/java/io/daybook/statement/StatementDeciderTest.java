package io.daybook.statement;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Spec;
import io.daybook.kernel.Subject;
import io.daybook.shell.Handlers;
import io.daybook.statement.StatementCommand.IssueStatement;
import io.daybook.statement.StatementEvent.StatementIssued;
import io.daybook.statement.StatementRejection.HistoryIncomplete;
import io.daybook.statement.StatementRejection.NotOver;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatementDeciderTest {
    private static final StatementId ID = StatementId.of("request-1");
    private static final ContractorId ADA = ContractorId.of("ada");
    private static final Subject ANN = new Subject("ann");
    private static final Instant FROM = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-06-01T00:00:00Z");
    private static final String HASH = "ab".repeat(32);
    private static final StatementIssued ISSUED = new StatementIssued(ID, ADA, FROM, TO, 7, 7, 40, 1, HASH, ANN, TO);

    final Spec<StatementCommand, StatementState, StatementEvent> statement = new Spec<>(StatementDecider.DECIDER);

    @Test
    void a_statement_says_which_events_it_rests_on_and_says_it_once() {
        statement.given().when(issue(new History(7, 7, 40), TO)).then(ISSUED);
        statement.given(ISSUED).when(issue(new History(9, 9, 50), TO)).thenNothing();
    }

    @Test
    void a_time_that_is_not_over_is_not_stated() {
        statement.given().when(issue(new History(7, 7, 40), TO.minusNanos(1))).thenRejected(new NotOver(TO));
    }

    @Test
    void nothing_is_stated_of_a_history_with_a_hole() {
        statement.given().when(issue(new History(6, 7, 40), TO)).thenRejected(new HistoryIncomplete(6, 7));
        statement.given().when(issue(new History(0, 0, 40), TO)).thenRejected(new HistoryIncomplete(0, 0));
    }

    @Test
    void every_command_has_its_handler() {
        Handlers.assertEveryCommandIsHandled(StatementCommand.class, StatementAggregate.class);
    }

    private static IssueStatement issue(History history, Instant at) {
        return new IssueStatement(ID, ADA, FROM, TO, history, 1, HASH, ANN, at);
    }
}
