package io.daybook.api.views;

import io.daybook.explain.LogViews;
import io.daybook.kernel.Recorded;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The log of a book, from which rows can be taken away and put back. */
final class RowsOfLog implements LogViews {
    private final List<Recorded> facts;
    private final Set<Long> gone = new HashSet<>();

    RowsOfLog(List<Recorded> facts) {
        this.facts = List.copyOf(facts);
    }

    void delete(long position) {
        gone.add(position);
    }

    void restore(long position) {
        gone.remove(position);
    }

    @Override
    public List<Recorded> at(Collection<Long> positions) {
        return facts.stream()
                .filter(row -> positions.contains(row.position()) && !gone.contains(row.position()))
                .toList();
    }

    @Override
    public List<Recorded> ofStreams(Collection<String> streams, Collection<String> names) {
        return facts.stream()
                .filter(row -> streams.contains(row.stream()) && !gone.contains(row.position()))
                .filter(row -> names.contains(row.event().getClass().getSimpleName()))
                .toList();
    }
}
