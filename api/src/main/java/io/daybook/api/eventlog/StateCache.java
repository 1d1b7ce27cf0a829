package io.daybook.api.eventlog;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/** The most recently used aggregates. A stale entry does no harm: the log refuses what it decides, and it is dropped. */
@SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's interface infers the types of keys and values
public final class StateCache implements Cache {
    private final Map<Object, Object> entries;

    public StateCache(int capacity) {
        entries = Caffeine.newBuilder().maximumSize(capacity).build().asMap();
    }

    @Override
    public <K, V> @Nullable V get(K key) {
        return (V) entries.get(key);
    }

    /** What was refused from the start has no name, and is not kept. */
    @Override
    public void put(@Nullable Object key, Object value) {
        if (key != null) entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.putIfAbsent(key, value) == null;
    }

    @Override
    public <T> T computeIfAbsent(Object key, Supplier<T> supplier) {
        return (T) entries.computeIfAbsent(key, absent -> supplier.get());
    }

    @Override
    public boolean remove(Object key) {
        return entries.remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    /** Nobody listens: entries come and go silently. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }

    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.computeIfPresent(key, (present, value) -> update.apply((V) value));
    }
}
