package io.daybook.api.access;

import io.daybook.kernel.Hash;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.Subject;

/** Whose words a reason or a name is, for the vault. */
final class Staff {
    private Staff() {}

    static PersonId of(Subject subject) {
        return new PersonId("staff-" + Hash.shortKey("staff", subject.value()));
    }
}
