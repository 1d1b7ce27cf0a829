package io.daybook.payout.engine;

import io.daybook.rail.RailResult;

/** What became of one try to send an instruction. */
sealed interface Sending {
    record Answered(RailResult result) implements Sending {}

    /** It did not leave. @param why a stable code */
    record HeldBack(String why) implements Sending {}
}
