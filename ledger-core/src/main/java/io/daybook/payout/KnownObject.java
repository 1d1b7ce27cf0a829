package io.daybook.payout;

import io.daybook.money.Money;
import io.daybook.rail.RailObject;
import java.time.Instant;

/**
 * An object at a provider that our log had never meant and that a person took in.
 *
 * @param object the provider's id
 * @param payout our reference on it
 * @param left what it took out of our balance at the provider without being posted; zero for those of payouts
 */
public record KnownObject(
        String rail,
        String object,
        String payout,
        RailObject.Kind kind,
        Taken takenAs,
        Money amount,
        Money left,
        Instant takenAt) {
    public enum Taken {
        /** Its payout's facts tell what it moved. */
        OF_PAYOUT,
        /** Nothing of ours explains it. */
        STRAY
    }
}
