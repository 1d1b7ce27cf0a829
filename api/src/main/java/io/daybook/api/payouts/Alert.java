package io.daybook.api.payouts;

import io.daybook.kernel.Hash;
import io.daybook.kernel.Subject;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person must hear of without asking.
 *
 * @param kind the kinds are those of {@link PayoutAlertsHealth}
 * @param subject the rail, the person whose token was used, or {@code daybook}
 * @param detail for people; holds no personal data
 * @param lastAt when the last of what it counts happened; null where it is a state that lasts
 * @param about whose doing it is: none of them puts it to rest
 */
record Alert(
        String kind,
        String subject,
        long count,
        String detail,
        @Nullable Instant lastAt,
        Set<Subject> about) {
    Alert {
        about = Set.copyOf(about);
    }

    Alert(String kind, String subject, long count, String detail) {
        this(kind, subject, count, detail, null, Set.of());
    }

    static Alert ofPerson(String kind, Subject who, long count, String detail, Instant lastAt) {
        return new Alert(kind, who.value(), count, detail, lastAt, Set.of(who));
    }

    String name() {
        return kind + ":" + subject;
    }

    /** In paths: a name may hold what a person is called. */
    String id() {
        return "alert-" + Hash.shortKey("alert", kind, subject);
    }
}
