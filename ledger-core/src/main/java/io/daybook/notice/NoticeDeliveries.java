package io.daybook.notice;

import java.time.Instant;

/** What became of notices on their way out; no part of the log, so that a replay sends nothing. */
public interface NoticeDeliveries {
    /** Whether this caller may try it now: of several nodes at once only one may. */
    boolean claim(Notice notice, Instant now);

    void sent(Notice notice, Instant now);

    /** @param failure its kind, never its message */
    void failed(Notice notice, String failure);
}
