package io.daybook.rail.simulator;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers by idempotency key for 24 hours from the key's first request, then forgets that it ever saw the
 * key.
 */
final class Keys {
    private static final long KEPT_SECONDS = 24 * 60 * 60;

    private final Map<Scope, Entry> entries = new LinkedHashMap<>();

    private record Scope(String account, String key) {}

    static final class Entry {
        private final long first;
        private int tries;
        private @Nullable Order order;
        private @Nullable Reply reply;

        private Entry(long first) {
            this.first = first;
        }

        int tries() {
            return tries;
        }

        /** The kept answer, or the refusal of a request other than the first; null while there is none. */
        @Nullable
        Reply answerTo(Order again, String key) {
            if (order == null) return null;
            return order.equals(again) ? reply : Reply.otherContent(key);
        }

        void keep(Order carriedOut, Reply answer) {
            order = carriedOut;
            reply = answer;
        }
    }

    /** Counts one more try under this key. */
    Entry see(String account, String key, long now) {
        forgetOld(now);
        Entry entry = entries.computeIfAbsent(new Scope(account, key), scope -> new Entry(now));
        entry.tries++;
        return entry;
    }

    void forgetOld(long now) {
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext() && oldest.next().first + KEPT_SECONDS <= now) oldest.remove();
    }
}
