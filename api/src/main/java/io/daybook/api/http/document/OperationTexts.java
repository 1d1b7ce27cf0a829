package io.daybook.api.http.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told of each operation, and of the sections they stand in: operations.txt. */
final class OperationTexts {
    private final Map<String, String> sections = new LinkedHashMap<>();
    private final Map<String, Text> texts = new LinkedHashMap<>();

    /**
     * Of one operation.
     *
     * @param section the tag it stands under
     * @param codes what it is refused with beside what all of its kind are
     */
    record Text(String section, String summary, String description, List<String> codes) {}

    OperationTexts() {
        String section = "";
        for (String block : String.join("\n", TextLines.of("operations.txt")).split("\n\\s*\n")) {
            String head = block.strip().lines().findFirst().orElse("");
            if (head.isEmpty()) continue;
            if (head.startsWith("[")) {
                section = head.substring(1, head.indexOf(']'));
                sections.put(section, head.substring(head.indexOf(']') + 1).strip());
            } else {
                texts.put(head, text(section, block.strip().lines().skip(1).toList()));
            }
        }
    }

    /** In the order of the page. */
    Map<String, String> sections() {
        return sections;
    }

    /** Where a path comes on the page; at the end when nothing is told of it. @param path below {@code /api/v1} */
    int place(String path) {
        int place = 0;
        for (String order : texts.keySet()) {
            if (order.endsWith(" " + path)) return place;
            place++;
        }
        return place;
    }

    /** @param path below {@code /api/v1} */
    Optional<Text> of(String method, String path) {
        return Optional.ofNullable(texts.get(method + " " + path));
    }

    private static Text text(String section, List<String> lines) {
        List<String> told = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith("!"))
                codes.addAll(List.of(text.substring(1).strip().split("\\s+")));
            else told.add(text);
        }
        return new Text(section, told.getFirst(), String.join("\n", told.subList(1, told.size())), List.copyOf(codes));
    }
}
