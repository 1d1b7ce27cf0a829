package io.daybook.api.operations;

import java.util.HashMap;
import java.util.Map;

/** How many follow operations at this node: each holds a thread for as long as it does. */
final class Audience {
    private static final int OF_ALL = 200;
    private static final int OF_ONE = 25;

    private final Map<String, Integer> ofEach = new HashMap<>();
    private int all;

    /** False where there are too many; then there is nothing to leave. */
    synchronized boolean enter(String subject) {
        int before = ofEach.getOrDefault(subject, 0);
        if (all >= OF_ALL || before >= OF_ONE) return false;
        ofEach.put(subject, before + 1);
        all++;
        return true;
    }

    synchronized void leave(String subject) {
        ofEach.computeIfPresent(subject, (who, count) -> count == 1 ? null : count - 1);
        all--;
    }
}
