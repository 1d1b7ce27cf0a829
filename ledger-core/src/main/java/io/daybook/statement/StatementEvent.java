package io.daybook.statement;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.Subject;
import java.time.Instant;

/** What has happened to one statement. */
public sealed interface StatementEvent extends DomainEvent {
    StatementId statement();

    ContractorId contractor();

    @Override
    default String streamId() {
        return statement().value();
    }

    @Override
    default PersonId person() {
        return contractor().person();
    }

    /**
     * Closes the contractor's history so far: its own {@code person_seq} is the one after {@code lastPersonSeq}.
     *
     * @param from the first instant it is about
     * @param to the first instant after that
     * @param count how many events about the contractor stood in the log before this one, from their first on
     * @param lastPersonSeq the {@code person_seq} of the last of them
     * @param knownAt the position of the log that the statement knows of; all that it counts lies there or before
     * @param form how it was written
     * @param hash of what was written, without what is personal, lower-case hex SHA-256
     */
    record StatementIssued(
            StatementId statement,
            ContractorId contractor,
            Instant from,
            Instant to,
            long count,
            long lastPersonSeq,
            long knownAt,
            int form,
            String hash,
            Subject by,
            Instant occurredAt)
            implements StatementEvent {}
}
