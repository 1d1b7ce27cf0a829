package io.daybook.api.http.money;

import io.daybook.api.evidence.Bundles;
import io.daybook.api.http.people.ContractorRefs;
import io.daybook.contractor.ContractorId;
import io.daybook.statement.StatementView;
import io.daybook.statement.StatementViews;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Issued statements as they go into bundles. */
@Component
public final class StatementEvidence {
    private static final int PAGE = 100;

    private final StatementViews statements;
    private final IssuedStatements texts;
    private final ContractorRefs references;

    StatementEvidence(StatementViews statements, IssuedStatements texts, ContractorRefs references) {
        this.statements = statements;
        this.texts = texts;
        this.references = references;
    }

    /**
     * The first statement that was issued about just this time. Errors: {@code statement-differs} where the books would say
     * something else today.
     */
    public Optional<Bundles.Statement> about(ContractorId contractor, @Nullable Instant from, @Nullable Instant to) {
        if (from == null || to == null) return Optional.empty();
        long after = 0;
        List<StatementView> page;
        do {
            page = statements.of(contractor, after, PAGE);
            for (StatementView issued : page)
                if (issued.from().equals(from) && issued.to().equals(to)) return Optional.of(evidence(issued));
            after = page.isEmpty() ? after : page.getLast().position();
        } while (page.size() == PAGE);
        return Optional.empty();
    }

    private Bundles.Statement evidence(StatementView issued) {
        byte[] text =
                texts.hashed(issued, references.of(Set.of(issued.contractor())).of(issued.contractor()));
        return new Bundles.Statement(issued.eventId(), issued.position(), text);
    }
}
