package io.daybook.api.security;

import io.daybook.access.Permission;
import io.daybook.access.Permissions;
import io.daybook.access.RoleName;
import io.daybook.kernel.Subject;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a caller may do once what was decided here is taken into account. Asked for each request, by primary key: whatever a node
 * remembered might be withdrawn by now.
 */
@Component
final class Permitted {
    private final Permissions permissions;

    Permitted(Permissions permissions) {
        this.permissions = permissions;
    }

    Caller of(Caller claimed) {
        Permission own = standing(claimed.subject());
        Subject key = claimed.key();
        if (key == null) return claimed.with(roles(claimed.roles(), own, own.granted()));
        // What was given to its owner was not given to a key; what was taken from them was taken from it.
        Set<Role> left = roles(claimed.roles(), own, Set.of());
        return claimed.with(roles(left, standing(key), Set.of()));
    }

    private Permission standing(Subject subject) {
        return permissions.find(subject).orElseGet(() -> Permission.untouched(subject));
    }

    private static Set<Role> roles(Set<Role> claimed, Permission decided, Set<RoleName> more) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (decided.whole()) return roles;
        roles.addAll(claimed);
        for (RoleName name : more) Role.find(name.value()).ifPresent(roles::add);
        for (RoleName name : decided.withdrawn()) Role.find(name.value()).ifPresent(roles::remove);
        return roles;
    }
}
