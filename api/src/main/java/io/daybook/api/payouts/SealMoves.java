package io.daybook.api.payouts;

import io.daybook.api.payouts.NextMove.By;
import io.daybook.payout.engine.SealGate.Hold;

/** Says whose move it is with what the seal holds back. */
final class SealMoves {
    private SealMoves() {}

    static NextMove of(Hold hold) {
        return switch (hold) {
            case NOT_SEALED_YET ->
                new NextMove(
                        By.DAYBOOK,
                        "It is waiting for seal: its release is not under an anchored checkpoint yet. Daybook sends"
                                + " within seconds of that.");
            case NOBODY_SEALS ->
                new NextMove(
                        By.OPERATIONS,
                        "It is waiting for seal: no checkpoint was anchored within the last minute, and nothing leaves"
                                + " meanwhile. The alert seal-stalled says so too.");
            case NOT_RELEASED ->
                new NextMove(
                        By.OPERATIONS,
                        "It is waiting for seal: the log has no release of it, whatever the views say. Rebuild them from the"
                                + " log.");
        };
    }
}
