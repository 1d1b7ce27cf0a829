package io.daybook.api.payouts;

/**
 * Something that a person must hear of without asking.
 *
 * @param kind the kinds are those of {@link PayoutAlertsHealth}
 * @param subject the rail, the person whose token was used, or {@code daybook}
 * @param detail for people; holds no personal data
 */
record Alert(String kind, String subject, long count, String detail) {
    String name() {
        return kind + ":" + subject;
    }
}
