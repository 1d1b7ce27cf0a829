package io.daybook.journal;

import io.daybook.kernel.DomainEvent;
import java.util.Optional;

/** A fact outside the contractors' accounts that moves money: it brings its journal entry along. */
public interface Posts extends DomainEvent {
    /** Empty where this fact moves nothing. */
    Optional<JournalEntry> journal();

    /**
     * True for what happened at a provider or a bank on a date of theirs: the books date it then, though never after it was
     * recorded. Otherwise they date it when it was recorded.
     */
    default boolean datedOutside() {
        return false;
    }
}
