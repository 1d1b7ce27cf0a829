package io.daybook.audit.bundle;

import io.daybook.audit.bundle.Finding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is found while a bundle is read. */
final class Report {
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> facts = new TreeMap<>();

    void add(Finding finding) {
        findings.add(finding);
    }

    void add(Kind kind, @Nullable String expected, @Nullable String actual) {
        findings.add(Finding.of(kind, expected, actual));
    }

    void note(String note) {
        notes.add(note);
    }

    void fact(String name, Object value) {
        facts.put(name, value.toString());
    }

    /** Those that name an event first; the sort is stable, so that the first of them stays the first. */
    Verdict verdict() {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparing(finding -> !finding.namesAnEvent()));
        return new Verdict(sorted, notes, facts);
    }
}
