package io.daybook.api.payouts;

import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert as clients see it. @param acknowledgement the last one; null where it never was */
record AlertJson(
        String id,
        String kind,
        String subject,
        long count,
        String detail,
        Status status,
        @Nullable AcknowledgementJson acknowledgement) {
    enum Status {
        OPEN,
        ACKNOWLEDGED
    }

    /** @param reason null once the key of whoever gave it has been destroyed */
    record AcknowledgementJson(Subject by, @Nullable String reason, Instant at) {}

    static AlertJson of(Alert alert, @Nullable Acknowledgement last, PersonVault vault, Instant now) {
        boolean rests = last != null && last.holds(alert, now);
        return new AlertJson(
                alert.id(),
                alert.kind(),
                alert.subject(),
                alert.count(),
                alert.detail(),
                rests ? Status.ACKNOWLEDGED : Status.OPEN,
                last == null
                        ? null
                        : new AcknowledgementJson(
                                last.by(), vault.open(last.reason()).orElse(null), last.at()));
    }
}
