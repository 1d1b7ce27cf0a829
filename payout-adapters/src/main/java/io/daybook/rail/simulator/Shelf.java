package io.daybook.rail.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Things of one kind in order of creation, found by number. */
final class Shelf<T extends Thing> {
    private final ArrayList<T> things = new ArrayList<>(0);

    /** A part of a list, newest first, and whether there is more of it in the direction asked for. */
    record Page<T>(List<T> things, boolean more) {}

    void add(T thing) {
        things.add(thing);
    }

    void replace(T thing) {
        things.set(indexOf(thing.number()), thing);
    }

    Optional<T> get(long number) {
        int index = indexOf(number);
        return index < 0 ? Optional.empty() : Optional.of(things.get(index));
    }

    int size() {
        return things.size();
    }

    /** Oldest first. */
    List<T> since(long created, Predicate<T> wanted) {
        List<T> found = new ArrayList<>();
        for (int i = firstSince(created); i < things.size(); i++)
            if (wanted.test(things.get(i))) found.add(things.get(i));
        return found;
    }

    /** Oldest first, what comes behind {@code number}. */
    Page<T> after(long number, int limit) {
        int from = placeOf(number + 1);
        int to = (int) Math.min((long) from + limit, things.size());
        return new Page<>(List.copyOf(things.subList(from, to)), to < things.size());
    }

    /** The newest that are older than {@code number}, newest first. */
    Page<T> olderThan(long number, int limit, Predicate<T> wanted) {
        List<T> found = new ArrayList<>();
        for (int i = placeOf(number) - 1; i >= 0; i--) {
            if (!wanted.test(things.get(i))) continue;
            if (found.size() == limit) return new Page<>(found, true);
            found.add(things.get(i));
        }
        return new Page<>(found, false);
    }

    /** The oldest that are newer than {@code number}, newest first. */
    Page<T> newerThan(long number, int limit, Predicate<T> wanted) {
        List<T> found = new ArrayList<>();
        for (int i = placeOf(number + 1); i < things.size(); i++) {
            if (!wanted.test(things.get(i))) continue;
            if (found.size() == limit) return new Page<>(found.reversed(), true);
            found.add(things.get(i));
        }
        return new Page<>(found.reversed(), false);
    }

    void forgetBefore(long created) {
        int keep = firstSince(created);
        if (keep > 0) things.subList(0, keep).clear();
    }

    private int indexOf(long number) {
        int place = placeOf(number);
        return place < things.size() && things.get(place).number() == number ? place : -1;
    }

    /** Where {@code number} stands or would stand. */
    private int placeOf(long number) {
        int low = 0;
        int high = things.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (things.get(middle).number() < number) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private int firstSince(long created) {
        int low = 0;
        int high = things.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (things.get(middle).created() < created) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
