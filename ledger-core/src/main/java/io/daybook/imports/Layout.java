package io.daybook.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns a kind of file may have.
 *
 * @param names what each column is called, the usual name first; case and spacing do not matter
 * @param required of each set at least one column must be there
 */
record Layout<C extends Enum<C>>(Map<C, List<String>> names, List<Set<C>> required) {
    Optional<C> columnNamed(String name) {
        String wanted = plain(name);
        return names.entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().anyMatch(known -> plain(known).equals(wanted)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The first of these that files of this kind can have; the last where they have none. */
    @SafeVarargs
    final C firstOf(C... columns) {
        for (C column : columns) if (names.containsKey(column)) return column;
        return columns[columns.length - 1];
    }

    String label(C column) {
        return names.getOrDefault(column, List.of(column.name())).getFirst();
    }

    static String plain(String name) {
        return Text.oneLine(name).toLowerCase(Locale.ROOT);
    }
}
