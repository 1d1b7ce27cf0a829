package io.daybook.rail;

import java.time.Duration;

/** What a provider answered to one instruction. */
public sealed interface RailResult {
    /** Carried out or being carried out. */
    record Accepted(RailObject object) implements RailResult {}

    /**
     * A definite no: nothing moved and under this key nothing ever will. {@code message} is the provider's, free of
     * personal data.
     */
    record Refused(String code, String message, boolean forLackOfFunds) implements RailResult {}

    /**
     * Nobody knows: it may have been carried out. Never a failure; the same key again, later.
     *
     * @param answered the provider did answer, with something indefinite: it may have kept that answer under the key
     *     and repeat it for ever, so look the object up before sending again
     */
    record Unknown(String why, boolean answered) implements RailResult {}

    /** Not carried out and not refused (too many requests): the same key again after {@code retryAfter}. */
    record Deferred(String why, Duration retryAfter) implements RailResult {}

    /**
     * Our own fault (credentials, a key reused with other content): the attempt stays as it is and a person must look.
     */
    record Halted(String code, String why, boolean wholeRail) implements RailResult {}
}
