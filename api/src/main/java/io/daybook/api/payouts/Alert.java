package io.daybook.api.payouts;

/**
 * Something that a person must hear of without asking.
 *
 * @param kind {@code unknown-payouts}, {@code refused-orders}, {@code late-messages}, {@code divergence} or
 *     {@code rail-stopped}
 * @param subject the rail, or {@code daybook}
 * @param detail for people; holds no personal data
 */
record Alert(String kind, String subject, long count, String detail) {
    String name() {
        return kind + ":" + subject;
    }
}
