package io.daybook.api.drill;

import io.daybook.rail.simulator.WireObserver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Sees every request on its way to the provider, and remembers what each idempotency key was first used for. */
final class KeyCheck implements WireObserver {
    private record Use(String account, String path, String form) {}

    private final Map<String, Use> first = new ConcurrentHashMap<>();
    private final Set<String> reused = ConcurrentHashMap.newKeySet();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();
    private final AtomicLong unkeyed = new AtomicLong();

    @Override
    public void exchanged(Exchange exchange) {
        if (!exchange.method().equals("POST")) return;
        writes.incrementAndGet();
        String key = exchange.headers().key().orElse("");
        if (key.isEmpty()) {
            unkeyed.incrementAndGet();
            return;
        }
        Use use = new Use(exchange.headers().account().orElse(""), exchange.path(), exchange.form());
        Use before = first.putIfAbsent(key, use);
        if (before == null) return;
        repeats.incrementAndGet();
        if (!before.equals(use)) reused.add(key);
    }

    boolean wasSent(String key) {
        return first.containsKey(key);
    }

    /** Keys that were used for two different things. */
    Set<String> reused() {
        return Set.copyOf(reused);
    }

    long writes() {
        return writes.get();
    }

    long repeats() {
        return repeats.get();
    }

    long unkeyed() {
        return unkeyed.get();
    }
}
