package io.daybook.explain;

import io.daybook.kernel.Recorded;
import java.util.Collection;
import java.util.List;

/** Reads single rows of the log, which every number of an explanation is held against. */
public interface LogViews {
    /** Those of these rows that exist. */
    List<Recorded> at(Collection<Long> positions);

    /** Of these streams the events of these names, each stream in its order. */
    List<Recorded> ofStreams(Collection<String> streams, Collection<String> names);
}
