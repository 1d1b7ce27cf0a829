package io.daybook.api.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a chunk of rows came to, to be counted once.
 *
 * @param errors one for each rejected row
 * @param seen how often the chunk met each row of a time export
 */
record Tally(long accepted, long duplicates, List<Fate.Rejected> errors, Map<String, Long> seen) {

    static Tally of(List<Fate> fates, Map<String, Long> seen) {
        long accepted = 0;
        long duplicates = 0;
        List<Fate.Rejected> errors = new ArrayList<>();
        for (Fate fate : fates) {
            switch (fate) {
                case Fate.Accepted row -> accepted++;
                case Fate.Duplicate row -> duplicates++;
                case Fate.Rejected row -> errors.add(row);
            }
        }
        errors.sort(Comparator.comparingLong(Fate.Rejected::row));
        return new Tally(accepted, duplicates, List.copyOf(errors), seen);
    }
}
