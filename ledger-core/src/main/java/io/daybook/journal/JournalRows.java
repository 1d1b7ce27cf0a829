package io.daybook.journal;

import io.daybook.journal.EntryRow.Undated;
import java.util.List;

/** What a run of facts does to the books, in the order of the log. */
record JournalRows(List<Step> steps) {
    JournalRows {
        steps = List.copyOf(steps);
    }

    /** An entry, or a month closed or opened between entries. */
    sealed interface Step {}

    record Post(Undated entry) implements Step {}

    record Period(long position, ClosesPeriods fact) implements Step {}
}
