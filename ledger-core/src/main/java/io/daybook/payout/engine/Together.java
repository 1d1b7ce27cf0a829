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
}
