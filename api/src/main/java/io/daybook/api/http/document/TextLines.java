package io.daybook.api.http.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The texts of the document lie in files beside it, for whoever writes them reads no Java. */
final class TextLines {
    private TextLines() {}

    /** A file in {@code document/} as it stands. */
    static String whole(String file) {
        try (InputStream in = Objects.requireNonNull(TextLines.class.getResourceAsStream("/document/" + file), file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file in {@code document/}, without its comments. */
    static List<String> of(String file) {
        return whole(file).lines().filter(line -> !line.startsWith("#")).toList();
    }

    /** The first word of each line with what follows it. */
    static Map<String, String> named(String file) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String line : of(file)) {
            if (line.isBlank()) continue;
            String[] parts = line.split("\\s+", 2);
            named.put(parts[0], parts[1]);
        }
        return named;
    }
}
