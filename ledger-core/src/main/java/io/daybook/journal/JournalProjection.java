package io.daybook.journal;

import io.daybook.account.AccountEvent;
import io.daybook.journal.EntryRow.Undated;
import io.daybook.journal.JournalRows.Period;
import io.daybook.journal.JournalRows.Post;
import io.daybook.journal.JournalRows.Step;
import io.daybook.kernel.Projection;
import io.daybook.kernel.Recorded;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The books as the log tells them: one entry for each fact that moves money. */
final class JournalProjection implements Projection<JournalRows> {
    @Override
    public String name() {
        return "journal";
    }

    @Override
    public JournalRows fold(List<Recorded> facts) {
        return new JournalRows(
                facts.stream().<Step>flatMap(fact -> step(fact).stream()).toList());
    }

    private static Optional<? extends Step> step(Recorded fact) {
        return switch (fact.event()) {
            case AccountEvent event ->
                Postings.of(event).map(entry -> new Post(new Undated(fact, entry, Dating.of(event), Links.of(event))));
            case Posts event ->
                event.journal()
                        .map(entry -> new Post(new Undated(
                                fact, entry, event.datedOutside() ? Dating.OCCURRED : Dating.RECORDED, about(entry))));
            case ClosesPeriods event -> Optional.of(new Period(fact.position(), event));
            default -> Optional.empty();
        };
    }

    /** The one contractor whose sub-ledger it touches, if it does. */
    private static Links about(JournalEntry entry) {
        return entry.lines().stream()
                .map(JournalLine::contractor)
                .filter(Objects::nonNull)
                .findFirst()
                .map(whose -> new Links(whose, Statement.Kind.ADJUSTED, null, null, null, null, null, 0))
                .orElse(Links.NONE);
    }
}
