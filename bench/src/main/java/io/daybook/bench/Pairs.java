package io.daybook.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param count of pairs; each side of a pair begins as often as the other
 * @param time of one side of one pair, where it is time that is given
 * @param events in the log, where it is a log that is given
 */
record Pairs(int count, Duration time, int events) {}
