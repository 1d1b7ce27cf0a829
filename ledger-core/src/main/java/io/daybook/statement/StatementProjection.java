package io.daybook.statement;

import io.daybook.kernel.Projection;
import io.daybook.kernel.Recorded;
import io.daybook.statement.StatementEvent.StatementIssued;
import java.util.ArrayList;
import java.util.List;

/** Which statements were issued. */
final class StatementProjection implements Projection<List<StatementView>> {
    @Override
    public String name() {
        return "statements";
    }

    @Override
    public List<StatementView> fold(List<Recorded> facts) {
        List<StatementView> issued = new ArrayList<>();
        for (Recorded fact : facts) if (fact.event() instanceof StatementIssued e) issued.add(view(fact, e));
        return List.copyOf(issued);
    }

    private static StatementView view(Recorded fact, StatementIssued e) {
        return new StatementView(
                e.statement(),
                e.contractor(),
                e.from(),
                e.to(),
                new History(e.count(), e.lastPersonSeq(), e.knownAt()),
                e.form(),
                e.hash(),
                e.by(),
                e.occurredAt(),
                fact.position(),
                fact.eventId());
    }
}
