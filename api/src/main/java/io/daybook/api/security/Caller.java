package io.daybook.api.security;

import io.daybook.contractor.Actor;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who gives this request. Controllers take it as an argument.
 *
 * @param subject who answers for it: the person, or the owner of the key
 * @param contractor whose own data and time they may reach; null for staff who are no contractor
 * @param projects an approver's projects, by name; null for all
 * @param key who acts, where it is a key; null for people
 */
public record Caller(
        Subject subject,
        Set<Role> roles,
        @Nullable ContractorId contractor,
        @Nullable Set<String> projects,
        @Nullable Subject key) {
    private static final Set<Role> SEE_EVERYBODY = Set.of(Role.FINANCE_MAKER, Role.FINANCE_CHECKER, Role.AUDITOR);

    public Caller {
        roles = Set.copyOf(roles);
        projects = projects == null ? null : Set.copyOf(projects);
    }

    /** The caller of the request that this thread carries out. Errors: IllegalStateException on an open route. */
    public static Caller current() {
        return ifAny().orElseThrow(() -> new IllegalStateException("a route without a token has no caller"));
    }

    /** As {@link #current}; empty on an open route. */
    public static Optional<Caller> ifAny() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller
                ? Optional.of(caller.getPrincipal())
                : Optional.empty();
    }

    Caller with(Set<Role> others) {
        return new Caller(subject, others, contractor, projects, key);
    }

    /** Under whose name the deed is recorded: the key's, where it is one. For rules of four eyes it is {@link #subject}. */
    public Subject acting() {
        return key == null ? subject : key;
    }

    public boolean hasAny(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }

    /** Finance and auditors see every contractor. */
    public boolean seesEverybody() {
        return roles.stream().anyMatch(SEE_EVERYBODY::contains);
    }

    /** Their own data, or everybody's. */
    public boolean sees(ContractorId other) {
        return seesEverybody() || is(other);
    }

    public boolean is(ContractorId other) {
        return roles.contains(Role.CONTRACTOR) && other.equals(contractor);
    }

    /** Whether they approve time on that project. */
    public boolean approves(String project) {
        return roles.contains(Role.APPROVER) && (projects == null || projects.contains(project));
    }

    /** The projects whose time they may see as approver; null for all. */
    public @Nullable List<String> approvedProjects() {
        return projects == null ? null : projects.stream().sorted().toList();
    }

    public Actor actor() {
        return new Actor(subject, contractor);
    }
}
