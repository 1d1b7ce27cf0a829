package io.daybook.api.vault;

import io.daybook.kernel.PersonId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The keys used last, each for a short while: a key destroyed on another node must not live on here. */
final class PersonKeyCache {
    private static final long LIFE_NANOS = Duration.ofMinutes(1).toNanos();

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<PersonId, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    PersonKeyCache(int capacity) {
        this.capacity = capacity;
    }

    Optional<PersonKey> find(PersonId person) {
        lock.lock();
        try {
            Entry entry = entries.get(person);
            return entry == null || System.nanoTime() - entry.since > LIFE_NANOS
                    ? Optional.empty()
                    : Optional.of(entry.key);
        } finally {
            lock.unlock();
        }
    }

    void put(PersonId person, PersonKey key) {
        lock.lock();
        try {
            entries.put(person, new Entry(key, System.nanoTime()));
            if (entries.size() > capacity) entries.pollFirstEntry();
        } finally {
            lock.unlock();
        }
    }

    void remove(PersonId person) {
        lock.lock();
        try {
            entries.remove(person);
        } finally {
            lock.unlock();
        }
    }

    private record Entry(PersonKey key, long since) {}
}
