package io.daybook.api.drill;

import java.io.PrintWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was looked at in the end, in its order, and what was wrong with it; nothing where it held. */
record Checks(Map<String, List<String>> complaints) implements Outcome {
    private static final int NAMED = 10;

    Checks {
        complaints = Collections.unmodifiableMap(new LinkedHashMap<>(complaints));
    }

    Checks with(String check, List<String> found) {
        Map<String, List<String>> more = new LinkedHashMap<>(complaints);
        more.put(check, found);
        return new Checks(more);
    }

    @Override
    public boolean holds() {
        return complaints.values().stream().allMatch(List::isEmpty);
    }

    @Override
    public void print(PrintWriter out) {
        complaints.forEach((check, found) -> {
            out.printf("  [%s] %s%n", found.isEmpty() ? "ok" : "BROKEN", check);
            found.stream().limit(NAMED).forEach(complaint -> out.println("           " + complaint));
            if (found.size() > NAMED) out.printf("           and %d more%n", found.size() - NAMED);
        });
        out.flush();
    }
}
