package io.daybook.api.http.edge;

import java.util.HashMap;
import java.util.Map;

/** How many may hold a thread of this node for as long as they like: all together, and each of them. */
public final class Places {
    private final int ofAll;
    private final int ofOne;
    private final Map<String, Integer> ofEach = new HashMap<>();
    private int all;

    public Places(int ofAll, int ofOne) {
        this.ofAll = ofAll;
        this.ofOne = ofOne;
    }

    /** False where there are too many; then there is nothing to leave. */
    public synchronized boolean enter(String who) {
        int before = ofEach.getOrDefault(who, 0);
        if (all >= ofAll || before >= ofOne) return false;
        ofEach.put(who, before + 1);
        all++;
        return true;
    }

    public synchronized void leave(String who) {
        ofEach.computeIfPresent(who, (name, count) -> count == 1 ? null : count - 1);
        all--;
    }
}
