package io.daybook.audit.bundle;

import io.daybook.audit.EventLeaf;
import io.daybook.audit.bundle.Finding.Kind;
import java.time.Instant;

/**
 * Whether anything could lie before the first event, or after the last, that the bundle's time asks for: beside what was
 * recorded in that time it holds the event before and the one after, where there are such.
 */
final class Borders {
    private final BundleTerms terms;
    private final long size;
    private final Report report;

    Borders(BundleTerms terms, long size, Report report) {
        this.terms = terms;
        this.size = size;
        this.report = report;
    }

    void check(Sequence sequence) {
        if (sequence.numberOfLast() < terms.last())
            report.add(cut("event " + terms.last(), "event " + sequence.numberOfLast() + " is the last", sequence));
        else if (sequence.count() != terms.events()
                || sequence.numberOfFirst() != terms.first()
                || sequence.numberOfLast() != terms.last())
            report.add(
                    Kind.COUNT_DIFFERS,
                    stated(terms.events(), terms.first(), terms.last()),
                    stated(sequence.count(), sequence.numberOfFirst(), sequence.numberOfLast()));
        EventLeaf first = sequence.first();
        EventLeaf last = sequence.last();
        if (first == null || last == null) nothing();
        else {
            beginning(first, sequence);
            end(last, sequence);
        }
    }

    private static String stated(long events, long first, long last) {
        return events + " events, from " + first + " to " + last;
    }

    private void nothing() {
        if (terms.isOfOnePerson()) report.note("that there is no event about this person rests on the bundle's word");
        else if (size > 0 && terms.from() == null && terms.to() == null)
            report.add(Kind.EVENT_MISSING, "the events of the tree", "none");
        else if (size > 0) report.note("that nothing was recorded in this time rests on the bundle's word");
    }

    private void beginning(EventLeaf first, Sequence sequence) {
        Instant from = terms.from();
        long number = sequence.numberOfFirst();
        if (number == (terms.isOfOnePerson() ? 1 : 0) || from != null && Sequence.isBefore(first, from)) return;
        Long index = terms.isOfOnePerson() ? null : number - 1;
        report.add(new Finding(
                Kind.EVENT_MISSING,
                null,
                index,
                null,
                "event " + (number - 1) + ", the one before",
                "event " + number + " is the first",
                1));
    }

    private void end(EventLeaf last, Sequence sequence) {
        Instant to = terms.to();
        if (to != null && !Sequence.isBefore(last, to)) return;
        if (terms.isOfOnePerson())
            report.note("that nothing about this person follows event " + sequence.numberOfLast()
                    + " rests on the bundle's word: only an event that follows could show it");
        else if (sequence.numberOfLast() != size - 1)
            report.add(cut("event " + (size - 1) + ", the tree's last", "event " + sequence.numberOfLast(), sequence));
    }

    private Finding cut(String expected, String actual, Sequence sequence) {
        long next = sequence.count() == 0 ? terms.first() : sequence.numberOfLast() + 1;
        Long index = terms.isOfOnePerson() ? null : next;
        return new Finding(Kind.TAIL_CUT, null, index, null, expected, actual, Math.max(1, terms.last() - next + 1));
    }
}
