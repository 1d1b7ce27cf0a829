package io.daybook.statement;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Subject;
import java.time.Instant;

/**
 * A statement that was issued.
 *
 * @param position of the event that issued it
 * @param eventId of that event
 */
public record StatementView(
        StatementId id,
        ContractorId contractor,
        Instant from,
        Instant to,
        History history,
        int form,
        String hash,
        Subject by,
        Instant issuedAt,
        long position,
        String eventId) {}
