package io.daybook.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An immutable map that grows without being copied: adding to it rebuilds one path of about log₂(n) small nodes. */
sealed interface HashTrie<K, V> {
    Optional<V> find(K key, int hash);

    HashTrie<K, V> with(K key, V value, int hash, int depth);

    static <K, V> HashTrie<K, V> empty() {
        return new Leaf<>(0, List.of());
    }

    default Optional<V> find(K key) {
        return find(key, spread(key));
    }

    default boolean has(K key) {
        return find(key).isPresent();
    }

    default HashTrie<K, V> with(K key, V value) {
        return with(key, value, spread(key), 0);
    }

    private static int spread(Object key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    record Pair<K, V>(K key, V value) {}

    /** All its keys have the same hash; usually it is one key. */
    record Leaf<K, V>(int hash, List<Pair<K, V>> pairs) implements HashTrie<K, V> {
        @Override
        public Optional<V> find(K key, int wanted) {
            return pairs.stream()
                    .filter(pair -> pair.key().equals(key))
                    .map(Pair::value)
                    .findFirst();
        }

        @Override
        public HashTrie<K, V> with(K key, V value, int added, int depth) {
            if (!pairs.isEmpty() && hash != added) return fork(depth).with(key, value, added, depth);
            List<Pair<K, V>> kept = new ArrayList<>(pairs);
            kept.removeIf(pair -> pair.key().equals(key));
            kept.add(new Pair<>(key, value));
            return new Leaf<>(added, List.copyOf(kept));
        }

        private HashTrie<K, V> fork(int depth) {
            return isLeft(hash, depth) ? new Fork<>(this, empty()) : new Fork<>(empty(), this);
        }
    }

    record Fork<K, V>(HashTrie<K, V> left, HashTrie<K, V> right) implements HashTrie<K, V> {
        @Override
        public Optional<V> find(K key, int hash) {
            HashTrie<K, V> node = this;
            for (int depth = 0; node instanceof Fork<K, V>(var below, var above); depth++)
                node = isLeft(hash, depth) ? below : above;
            return node.find(key, hash);
        }

        @Override
        public HashTrie<K, V> with(K key, V value, int hash, int depth) {
            return isLeft(hash, depth)
                    ? new Fork<>(left.with(key, value, hash, depth + 1), right)
                    : new Fork<>(left, right.with(key, value, hash, depth + 1));
        }
    }

    private static boolean isLeft(int hash, int depth) {
        return (hash >>> depth & 1) == 0;
    }
}
