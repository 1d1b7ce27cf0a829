package io.daybook.api.http.document;

import java.util.HashMap;
import java.util.Map;

/** What a record is called in the document: its own name, behind its owner's where that is not in it already. */
final class WireNames {
    private static final String NOT_SAID = "(Controller|Json|Text|Desk)$";

    private final Map<String, Class<?>> owners = new HashMap<>();

    /** Errors: IllegalStateException when two records would have one name. */
    String of(Class<?> type) {
        String name = named(type);
        Class<?> owner = owners.putIfAbsent(name, type);
        if (owner != null && owner != type)
            throw new IllegalStateException(
                    owner.getName() + " and " + type.getName() + " would both be called " + name);
        return name;
    }

    private static String named(Class<?> type) {
        String own = type.getSimpleName().replaceFirst(NOT_SAID, "");
        Class<?> outer = type.getEnclosingClass();
        if (outer == null) return own;
        String owner = named(outer);
        return own.contains(owner) ? own : owner + own;
    }
}
