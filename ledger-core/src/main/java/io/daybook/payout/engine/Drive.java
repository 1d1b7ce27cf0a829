package io.daybook.payout.engine;

import java.time.Instant;

/** How far a payout was brought. */
sealed interface Drive {
    /** Nothing more is to be sent for it now. @param position up to which the log says so */
    record Rests(long position) implements Drive {}

    /** To be taken up again, by the domain's clock. */
    record Later(Instant at) implements Drive {}

    /** A brake held it back; it is taken up as soon as the brake is off. */
    record Held(String why) implements Drive {}
}
