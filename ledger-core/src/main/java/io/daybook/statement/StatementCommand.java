package io.daybook.statement;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Subject;
import java.time.Instant;

/** What a statement can be told. */
public sealed interface StatementCommand extends DomainCommand {
    StatementId statement();

    @Override
    default String streamId() {
        return statement().value();
    }

    /**
     * Says for ever what stood in the books about a contractor.
     *
     * @param from the first instant it is about
     * @param to the first instant after that
     * @param history which facts it rests on
     * @param form how it was written
     * @param hash of what was written, lower-case hex SHA-256
     */
    record IssueStatement(
            StatementId statement,
            ContractorId contractor,
            Instant from,
            Instant to,
            History history,
            int form,
            String hash,
            Subject by,
            Instant at)
            implements StatementCommand {}
}
