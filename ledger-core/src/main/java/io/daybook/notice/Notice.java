package io.daybook.notice;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell one address. The address is sealed until the moment of sending.
 *
 * @param id stable over every replay: an address hears of a fact once
 * @param by who took the step
 * @param former whether the address had been replaced by then
 * @param attempts to send it
 * @param sentAt null while it waits
 */
public record Notice(
        String id,
        ContractorId contractor,
        Kind kind,
        Subject by,
        Sealed email,
        boolean former,
        long position,
        Instant occurredAt,
        Status status,
        int attempts,
        @Nullable Instant sentAt) {
    public enum Kind {
        DESTINATION_PROPOSED,
        DESTINATION_SET,
        EMAIL_CHANGED
    }

    public enum Status {
        WAITING,
        SENT,
        /** From before notices were sent: nobody is written to about it any more. */
        LISTED
    }
}
