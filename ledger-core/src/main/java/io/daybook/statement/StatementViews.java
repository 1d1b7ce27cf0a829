package io.daybook.statement;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Rider;
import java.util.List;
import java.util.Optional;

/** Reads statements that were issued, and what a new one would rest on. */
public interface StatementViews {
    /** The constraint that {@link #closing} breaks where it does not hold. */
    String CLOSES_HISTORY = "statement_closes_history";

    Optional<StatementView> find(StatementId statement);

    /** In the order of the log, those behind {@code afterPosition}; 0 begins. */
    List<StatementView> of(ContractorId contractor, long afterPosition, int limit);

    /** What the log held about the contractor at this position. */
    History history(ContractorId contractor, long knownAt);

    /** Lets the statement be recorded only as the very next event about the contractor after this history. */
    Rider closing(StatementId statement, ContractorId contractor, History history);
}
