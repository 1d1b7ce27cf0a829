package io.daybook.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A row of route-matrix.txt: what is asked for, of which object, with which body, and what everybody is answered with.
 *
 * @param route method and path as the document has them
 * @param objects what stands for the path's parameters, by their names on the {@link Stage}
 * @param query with its question mark, or nothing
 * @param statuses one for each {@link Principal}
 */
record MatrixRow(String route, List<String> objects, String query, String body, List<Integer> statuses) {
    static List<MatrixRow> all() {
        try (InputStream file = Objects.requireNonNull(MatrixRow.class.getResourceAsStream("/route-matrix.txt"))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(MatrixRow::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MatrixRow parse(String line) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != 4) throw new IllegalArgumentException("not a row of four cells: " + line);
        String target = cells[0].strip();
        int query = target.indexOf('?');
        List<Integer> statuses = Arrays.stream(cells[3].strip().split("\\s+"))
                .map(Integer::valueOf)
                .toList();
        if (statuses.size() != Principal.values().length)
            throw new IllegalArgumentException("not one status for each principal: " + line);
        return new MatrixRow(
                (query < 0 ? target : target.substring(0, query)).replaceAll("\\s+", " "),
                Arrays.stream(cells[1].split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                query < 0 ? "" : target.substring(query),
                cells[2].strip(),
                statuses);
    }

    String method() {
        return route.substring(0, route.indexOf(' '));
    }

    /** The path as the document has it. */
    String pattern() {
        return route.substring(method().length() + 1);
    }

    /** The path with the stage's objects in it; what the stage does not know stands for itself. */
    String path(Stage stage) {
        String path = pattern();
        for (String object : objects) path = path.replaceFirst("\\{.*?}", stage.objects.getOrDefault(object, object));
        return path;
    }
}
