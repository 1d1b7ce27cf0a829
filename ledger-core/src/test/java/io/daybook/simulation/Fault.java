package io.daybook.simulation;

/** What may go wrong. Each world has some of them, and none in its calm. */
enum Fault {
    LOST_REQUEST,
    LATE_REQUEST,
    LOST_ANSWER,
    SAVED_500,
    TOO_MANY_REQUESTS,
    NO_FUNDS,
    READS_FAIL,
    STALE_READS,
    OUTAGE,
    PAYOUT_FAILS,
    PAID_THEN_FAILS,
    PAID_THEN_RETURNED,
    COMMIT_UNKNOWN,
    LATE_VIEWS,
    CRASH,
    FREEZE,
    CLOCK_SKEW,
    CLOCK_STEP,
    WEBHOOK_LOST,
    WEBHOOK_TWICE,
    WEBHOOK_LATE,
    WEBHOOK_FORGED,
    WEBHOOK_OF_OTHERS,
    ROW_ALTERED,
    BLOCKED,
    PAUSED,
    REST_CANCELLED,
    MOVED_AWAY,
    EAGER_PEOPLE
}
