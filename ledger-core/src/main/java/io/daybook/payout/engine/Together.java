package io.daybook.payout.engine;

import java.util.Collection;

/** Does many things and waits for all of them. */
public interface Together {
    /** One item's part of it. */
    @FunctionalInterface
    interface Job<T> {
        void run(T item) throws InterruptedException;
    }

    /** Errors: the first that any of them met; the others are seen through all the same. */
    <T> void all(Collection<T> items, Job<T> job) throws InterruptedException;

    /** More of what is to be done; empty when there is no more. Called by one thread at a time. */
    @FunctionalInterface
    interface Source<T> {
        Collection<T> next() throws InterruptedException;
    }

    /**
     * As {@link #all}, for as long as there is more: the next are begun before the last of those before are done. Errors: the
     * first that any of them met; nothing more is begun then.
     *
     * @param atOnce how many at a time, where they are done at once
     */
    default <T> void following(Source<T> source, int atOnce, Job<T> job) throws InterruptedException {
        for (Collection<T> items = source.next(); !items.isEmpty(); items = source.next()) all(items, job);
    }
}
