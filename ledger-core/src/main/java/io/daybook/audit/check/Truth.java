package io.daybook.audit.check;

/**
 * Which leaves the rows are held against.
 *
 * @param anchored so many of the first are taken from outside the database
 * @param isOutside whether any are
 */
record Truth(long anchored, boolean isOutside) {
    static final Truth STORED = new Truth(0, false);
}
