package io.daybook.statement;

/**
 * What the log held about one person at a position.
 *
 * @param count how many events
 * @param lastPersonSeq the greatest {@code person_seq} among them; as that counts from 1 without a gap, equal to the count
 * @param knownAt the position
 */
public record History(long count, long lastPersonSeq, long knownAt) {
    boolean isWhole() {
        return count == lastPersonSeq && count > 0;
    }
}
