package io.daybook.audit.bundle;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was found about a bundle.
 *
 * @param findings those that name an event first, in the log's order
 * @param notes what a genuine bundle does not show
 * @param facts what it is about, for people
 */
public record Verdict(List<Finding> findings, List<String> notes, Map<String, String> facts) {
    private static final int TAMPERED = 2;
    private static final int INCOMPLETE = 3;

    public Verdict {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
        facts = new TreeMap<>(facts);
    }

    /** 0 genuine, 2 tampered, 3 incomplete or unreadable. */
    public int exitCode() {
        if (findings.isEmpty()) return 0;
        return findings.stream().allMatch(finding -> finding.kind().isIncomplete()) ? INCOMPLETE : TAMPERED;
    }

    public String result() {
        return switch (exitCode()) {
            case 0 -> "genuine";
            case TAMPERED -> "tampered";
            default ->
                findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.UNREADABLE)
                        ? "unreadable"
                        : "incomplete";
        };
    }

    /** One line. */
    public String json(String file) {
        StringJoiner found = new StringJoiner(",", "[", "]");
        findings.forEach(finding -> found.add(json(finding)));
        StringJoiner noted = new StringJoiner(",", "[", "]");
        notes.forEach(note -> noted.add(Texts.quoted(note)));
        StringJoiner told = new StringJoiner(",", "{", "}");
        facts.forEach((name, value) -> told.add(Texts.quoted(name) + ":" + Texts.quoted(value)));
        return "{\"file\":" + Texts.quoted(file) + ",\"result\":" + Texts.quoted(result()) + ",\"findings\":" + found
                + ",\"notes\":" + noted + ",\"facts\":" + told + "}";
    }

    private static String json(Finding finding) {
        return "{\"kind\":" + Texts.quoted(finding.kind().code()) + ",\"eventId\":"
                + text(finding.eventId() == null ? null : finding.eventId().toString()) + ",\"index\":"
                + finding.index()
                + ",\"position\":" + finding.position() + ",\"expected\":" + text(finding.expected()) + ",\"actual\":"
                + text(finding.actual()) + ",\"count\":" + finding.count() + "}";
    }

    private static String text(@Nullable String text) {
        return text == null ? "null" : Texts.quoted(text);
    }

    /** Lines for people, in plain ASCII. */
    public List<String> lines() {
        StringJoiner lines = new StringJoiner("\n");
        facts.forEach((name, value) -> lines.add(name + ": " + Texts.shown(value)));
        findings.forEach(finding -> lines.add(line(finding)));
        notes.forEach(note -> lines.add("note: " + Texts.shown(note)));
        return lines.toString().lines().toList();
    }

    private static String line(Finding finding) {
        StringBuilder line = new StringBuilder("FOUND ").append(finding.kind().code());
        if (finding.eventId() != null) line.append(" event ").append(finding.eventId());
        if (finding.index() != null) line.append(" index ").append(finding.index());
        if (finding.position() != null) line.append(" position ").append(finding.position());
        if (finding.count() > 1)
            line.append(" and ").append(finding.count() - 1).append(" more after it");
        if (finding.expected() != null) line.append("; expected ").append(Texts.shown(finding.expected()));
        if (finding.actual() != null) line.append("; is ").append(Texts.shown(finding.actual()));
        return line.toString();
    }
}
