package io.daybook.api.http.money;

import io.daybook.api.http.people.ContractorRef;
import io.daybook.kernel.Subject;
import io.daybook.statement.StatementId;
import io.daybook.statement.StatementView;
import java.time.Instant;

/**
 * That a statement was issued.
 *
 * @param count how many events about the contractor it rests on: all that the log held when it was issued, itself left out
 * @param lastPersonSeq the last one's number among them; the statement's own event is the next
 * @param knownAt the position of the log that it knows of
 * @param form how it is written; a form never changes
 * @param hash SHA-256 over what it says
 * @param eventId the event that issued it
 */
record IssuedJson(
        StatementId id,
        ContractorRef contractor,
        Instant from,
        Instant to,
        long count,
        long lastPersonSeq,
        long knownAt,
        int form,
        String hash,
        Subject issuedBy,
        Instant issuedAt,
        long position,
        String eventId) {
    static IssuedJson of(StatementView view, ContractorRef contractor) {
        return new IssuedJson(
                view.id(),
                contractor,
                view.from(),
                view.to(),
                view.history().count(),
                view.history().lastPersonSeq(),
                view.history().knownAt(),
                view.form(),
                view.hash(),
                view.by(),
                view.issuedAt(),
                view.position(),
                view.eventId());
    }
}
