package io.daybook.contractor;

import io.daybook.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Who gives an order, and whose contractor they are, so that nobody approves for themselves.
 *
 * @param contractor null for staff who are no contractor
 */
public record Actor(Subject subject, @Nullable ContractorId contractor) {
    public static Actor staff(Subject subject) {
        return new Actor(subject, null);
    }

    public boolean is(ContractorId other) {
        return other.equals(contractor);
    }
}
