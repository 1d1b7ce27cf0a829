package io.daybook.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where a file keeps each column its layout knows. Columns unknown to the layout play no part. */
record Header<C extends Enum<C>>(Layout<C> layout, Map<C, Integer> places, int width) {

    /** Errors: Refusal with {@code bad-encoding}, {@code duplicate-column} or {@code missing-column}. */
    static <C extends Enum<C>> Header<C> of(Layout<C> layout, CsvRecord record) {
        if (record.tooLong()) throw new Refusal("", "row-too-long", "The first row is too long to be a header.");
        List<String> names = record.fields();
        if (names.stream().anyMatch(name -> name.indexOf('\0') >= 0))
            throw new Refusal("", "bad-encoding", "The file is not UTF-8 text; save it as CSV in UTF-8.");
        noneTwice(names);
        Map<C, Integer> places = IntStream.range(0, names.size())
                .boxed()
                .filter(i -> layout.columnNamed(names.get(i)).isPresent())
                .collect(Collectors.toMap(i -> layout.columnNamed(names.get(i)).orElseThrow(), i -> i, Integer::min));
        for (Set<C> oneOf : layout.required())
            if (oneOf.stream().noneMatch(places::containsKey)) throw missing(layout, oneOf);
        return new Header<>(layout, places, names.size());
    }

    private static void noneTwice(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names)
            if (!name.isBlank() && !seen.add(Layout.plain(name)))
                throw new Refusal(
                        "", "duplicate-column", "Two columns have the same name, so it is unclear which one counts.");
    }

    private static <C extends Enum<C>> Refusal missing(Layout<C> layout, Set<C> oneOf) {
        List<String> names = oneOf.stream().sorted().map(layout::label).toList();
        String all = names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "));
        return new Refusal(names.getFirst(), "missing-column", "The file needs a column " + all + ".");
    }

    /** The record's text under a column, in one line; empty where the file has no such column. */
    String text(CsvRecord record, C column) {
        return Text.oneLine(raw(record, column));
    }

    String raw(CsvRecord record, C column) {
        Integer place = places.get(column);
        return place == null ? "" : record.fields().get(place);
    }

    boolean has(C column) {
        return places.containsKey(column);
    }

    String label(C column) {
        return layout.label(column);
    }

    /** Errors: Refusal with {@code row-too-long} or {@code wrong-column-count}. */
    void mustFit(CsvRecord record) {
        if (record.tooLong())
            throw new Refusal(
                    "", "row-too-long", "A row may have " + CsvRecords.MAX_CHARACTERS + " characters at the most.");
        if (record.fields().size() != width)
            throw new Refusal(
                    "",
                    "wrong-column-count",
                    "The header has " + width + " columns, this row has "
                            + record.fields().size() + ".");
    }

    boolean fits(CsvRecord record) {
        return !record.tooLong() && record.fields().size() == width;
    }
}
