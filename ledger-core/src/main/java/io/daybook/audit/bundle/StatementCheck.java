package io.daybook.audit.bundle;

import io.daybook.audit.EventLeaf;
import io.daybook.audit.Malformed;
import io.daybook.audit.bundle.Finding.Kind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was issued closes the history of its person: its event states how many events about them came before it,
 * and the hash of what the statement said.
 */
final class StatementCheck {
    private static final String TYPE = "StatementIssued";

    private final BundleTerms terms;
    private final BundleFile zip;
    private @Nullable EventLeaf before;
    private @Nullable Finding wrong;
    private @Nullable String hash;

    StatementCheck(BundleTerms terms, BundleFile zip) {
        this.terms = terms;
        this.zip = zip;
    }

    void add(EventLine line) {
        EventLeaf event = line.event();
        if (event == null) return;
        if (terms.isOfOnePerson() && event.type().equals(TYPE)) closed(line, event);
        before = event;
    }

    private void closed(EventLine line, EventLeaf event) {
        try {
            FlatJson issued = FlatJson.of(event.payload());
            long last = issued.number("lastPersonSeq");
            long number = event.personSeq() == null ? 0 : event.personSeq();
            if (last != number - 1) keep(line, event, "it follows their event " + last, "it is their event " + number);
            if (issued.number("count") != last)
                keep(line, event, "it counts " + last + " events", "it counts " + issued.number("count"));
            EventLeaf previous = before;
            if (previous != null && previous.position() > issued.number("knownAt"))
                keep(
                        line,
                        event,
                        "it knows of position " + previous.position(),
                        "it knows of " + issued.number("knownAt"));
            if (event.eventId().toString().equals(terms.statement())) hash = issued.text("hash");
        } catch (Malformed e) {
            keep(line, event, "a statement's event as docs/audit.md has it", e.getMessage());
        }
    }

    private void keep(EventLine line, EventLeaf event, String expected, String actual) {
        if (wrong == null)
            wrong = new Finding(
                    Kind.STATEMENT_DIFFERS, event.eventId(), line.index(), event.position(), expected, actual, 1);
    }

    void check(Report report) throws IOException {
        if (wrong != null) report.add(wrong);
        if (zip.has(Names.STATEMENT) != (terms.statement() != null))
            report.add(Kind.STATEMENT_DIFFERS, "a statement and its event, or neither", "one without the other");
        if (terms.statement() == null || !zip.has(Names.STATEMENT)) return;
        String actual = zip.sha256(Names.STATEMENT);
        if (hash == null)
            report.add(Kind.STATEMENT_DIFFERS, "the event " + terms.statement() + ", which issued it", "no such event");
        else if (!actual.equals(hash))
            report.add(Kind.STATEMENT_DIFFERS, "a statement of SHA-256 " + hash, "one of SHA-256 " + actual);
        else report.fact("statement", "issued by event " + terms.statement() + ", as it was");
    }
}
