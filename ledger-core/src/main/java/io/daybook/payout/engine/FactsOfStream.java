package io.daybook.payout.engine;

import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Recorded;
import java.util.List;
import java.util.Set;

/** Facts of some kinds in one stream, the newest first, from the log itself: what no view can make up. */
@FunctionalInterface
public interface FactsOfStream {
    /** Errors: IllegalStateException when the log cannot be read. */
    List<Recorded> find(String stream, Set<Class<? extends DomainEvent>> kinds);
}
