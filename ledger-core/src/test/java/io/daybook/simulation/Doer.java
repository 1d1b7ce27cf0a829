package io.daybook.simulation;

/** Whoever does something by itself in the world. */
interface Doer {
    String name();

    /** Not before, in the world's milliseconds. */
    long dueAt();

    /** One round. May be left in the middle by a {@link SimulatedCrash}. */
    void round() throws InterruptedException;

    /** After a crash, or when something broke the round. */
    void startAgain();
}
