package io.daybook.api.access;

import io.daybook.access.RoleName;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.security.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Roles in bodies and answers, by their names. */
final class Roles {
    private Roles() {}

    /** None where the field is missing: the subject as a whole. An empty list would be that by mistake. */
    static Set<RoleName> orWhole(@Nullable List<String> labels) {
        if (labels == null) return Set.of();
        if (labels.isEmpty())
            throw ProblemException.at("/roles", "bad-value", "Name roles, or leave the field out for all access.");
        return of(labels);
    }

    static Set<RoleName> of(List<String> labels) {
        Set<RoleName> roles = new LinkedHashSet<>();
        for (int i = 0; i < labels.size(); i++) {
            if (Role.find(labels.get(i)).isEmpty())
                throw ProblemException.at("/roles/" + i, "bad-value", "There is no such role.");
            roles.add(new RoleName(labels.get(i)));
        }
        return roles;
    }

    static List<String> labels(Set<RoleName> roles) {
        return roles.stream().map(RoleName::value).sorted().toList();
    }
}
