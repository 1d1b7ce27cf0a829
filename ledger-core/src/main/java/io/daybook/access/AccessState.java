package io.daybook.access;

import io.daybook.kernel.Subject;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one subject.
 *
 * @param whole all is withdrawn, whatever else stands here
 * @param withdrawn what does not count, whoever says they have it
 * @param granted what counts although their token does not say so, unless withdrawn
 * @param waiting the proposal that a second admin may approve
 */
record AccessState(
        boolean whole,
        Set<RoleName> withdrawn,
        Set<RoleName> granted,
        @Nullable Waiting waiting) {
    static final AccessState UNTOUCHED = new AccessState(false, Set.of(), Set.of(), null);

    record Waiting(GrantId grant, Set<RoleName> roles, Subject by) {}

    AccessState {
        withdrawn = Set.copyOf(withdrawn);
        granted = Set.copyOf(granted);
    }

    AccessState without(Set<RoleName> roles) {
        if (roles.isEmpty()) return new AccessState(true, withdrawn, granted, null);
        return new AccessState(whole, union(withdrawn, roles), granted, null);
    }

    AccessState waitingFor(@Nullable Waiting proposal) {
        return new AccessState(whole, withdrawn, granted, proposal);
    }

    /** What was withdrawn counts again as far as their token says it; what was not, counts from now on. */
    AccessState with(Set<RoleName> roles) {
        if (roles.isEmpty()) return new AccessState(false, withdrawn, granted, null);
        return new AccessState(whole, less(withdrawn, roles), union(granted, less(roles, withdrawn)), null);
    }

    private static Set<RoleName> union(Set<RoleName> one, Set<RoleName> other) {
        Set<RoleName> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static Set<RoleName> less(Set<RoleName> one, Set<RoleName> other) {
        Set<RoleName> rest = new HashSet<>(one);
        rest.removeAll(other);
        return rest;
    }
}
