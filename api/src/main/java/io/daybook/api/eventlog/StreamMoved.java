package io.daybook.api.eventlog;

/** The stream does not end where whoever gave the order has seen it end; nothing was written. */
final class StreamMoved extends RuntimeException {
    StreamMoved() {
        super("the stream has moved", null, false, false);
    }
}
