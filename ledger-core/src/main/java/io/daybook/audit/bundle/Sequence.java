package io.daybook.audit.bundle;

import io.daybook.audit.EventLeaf;
import io.daybook.audit.bundle.Finding.Kind;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What events say of each other, whatever a tree says of them: they stand in the log's order, and of one person none is left
 * out, as theirs are numbered from 1 without a gap. Keeps the first thing that is wrong.
 */
final class Sequence {
    private final BundleTerms terms;
    private @Nullable EventLeaf first;
    private @Nullable EventLeaf last;
    private long firstIndex;
    private long lastIndex = -1;
    private long count;
    private @Nullable Finding wrong;

    Sequence(BundleTerms terms) {
        this.terms = terms;
    }

    void add(EventLine line) {
        EventLeaf event = line.event();
        if (event == null) return;
        if (wrong == null) wrong = wrongWith(line, event);
        if (first == null) {
            first = event;
            firstIndex = line.index();
        }
        last = event;
        lastIndex = line.index();
        count++;
    }

    private @Nullable Finding wrongWith(EventLine line, EventLeaf event) {
        if (!line.id().equals(event.eventId()))
            return about(Kind.LABEL_DIFFERS, line, event, "the id " + event.eventId(), "the id " + line.id());
        if (terms.isOfOnePerson() && !Objects.equals(terms.person(), event.person()))
            return about(Kind.FOREIGN_EVENT, line, event, "events about " + terms.person(), "one about somebody else");
        EventLeaf before = last;
        if (before == null) return null;
        if (line.index() <= lastIndex || event.position() <= before.position())
            return about(
                    Kind.EVENTS_SWAPPED,
                    line,
                    event,
                    "a position above " + before.position(),
                    "position " + event.position());
        if (event.recordedAtMicros() < before.recordedAtMicros())
            return about(
                    Kind.EVENTS_SWAPPED, line, event, "recorded no sooner than the event before", "recorded sooner");
        return gap(line, event, before);
    }

    private @Nullable Finding gap(EventLine line, EventLeaf event, EventLeaf before) {
        if (!terms.isOfOnePerson())
            return line.index() == lastIndex + 1
                    ? null
                    : missing(lastIndex + 1, "the event of index " + (lastIndex + 1), "index " + line.index());
        long wanted = before.personSeq() == null ? 0 : before.personSeq() + 1;
        Long number = event.personSeq();
        if (number != null && number == wanted) return null;
        if (number != null && number > wanted)
            return missing(
                    null, "their event " + wanted + " (person_seq)", "event " + number + " follows " + (wanted - 1));
        return about(Kind.EVENTS_SWAPPED, line, event, "their event " + wanted + " (person_seq)", "event " + number);
    }

    private static Finding missing(@Nullable Long index, String expected, String actual) {
        return new Finding(Kind.EVENT_MISSING, null, index, null, expected, actual, 1);
    }

    private static Finding about(Kind kind, EventLine line, EventLeaf event, String expected, String actual) {
        return new Finding(kind, event.eventId(), line.index(), event.position(), expected, actual, 1);
    }

    @Nullable
    Finding wrong() {
        return wrong;
    }

    @Nullable
    EventLeaf first() {
        return first;
    }

    @Nullable
    EventLeaf last() {
        return last;
    }

    /** In what the bundle counts by: the event's index in the tree, or of a person's theirs. */
    long numberOfFirst() {
        return number(first, firstIndex);
    }

    long numberOfLast() {
        return number(last, lastIndex);
    }

    private long number(@Nullable EventLeaf event, long index) {
        if (event == null) return 0;
        if (!terms.isOfOnePerson()) return index;
        return event.personSeq() == null ? 0 : event.personSeq();
    }

    long count() {
        return count;
    }

    static boolean isBefore(EventLeaf event, Instant when) {
        return event.recordedAtMicros() < micros(when);
    }

    private static long micros(Instant when) {
        return Math.addExact(Math.multiplyExact(when.getEpochSecond(), 1_000_000L), when.getNano() / 1_000L);
    }
}
