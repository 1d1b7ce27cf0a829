package io.daybook.rail.simulator;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/** The provider's clock in seconds, and what will happen by it. */
final class Agenda {
    private final PriorityQueue<Due> dues =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private long now;
    private long orders;

    private record Due(long at, long order, Runnable what) {}

    Agenda(long now) {
        this.now = now;
    }

    long now() {
        return now;
    }

    void at(long time, Runnable what) {
        dues.add(new Due(time, orders++, what));
    }

    OptionalLong next() {
        Due due = dues.peek();
        return due == null ? OptionalLong.empty() : OptionalLong.of(due.at);
    }

    /** Lets everything happen that is due by then, each at its own time. The clock never goes back. */
    void advanceTo(long time) {
        for (Due due = dues.peek(); due != null && due.at <= time; due = dues.peek()) {
            dues.remove();
            now = Math.max(now, due.at);
            due.what.run();
        }
        now = Math.max(now, time);
    }
}
