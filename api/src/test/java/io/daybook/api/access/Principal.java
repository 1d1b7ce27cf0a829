package io.daybook.api.access;

import com.nimbusds.jwt.JWTClaimsSet;
import io.daybook.api.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody who may knock, in the order of the table's columns. */
enum Principal {
    ANONYMOUS(null, null, List.of()),
    CONTRACTOR_A(Role.CONTRACTOR, "ada", List.of()),
    CONTRACTOR_B(Role.CONTRACTOR, "ben", List.of()),
    APPROVER(Role.APPROVER, null, List.of("Atlas")),
    OTHER_APPROVER(Role.APPROVER, null, List.of("Zephyr")),
    MAKER(Role.FINANCE_MAKER, null, List.of()),
    CHECKER(Role.FINANCE_CHECKER, null, List.of()),
    AUDITOR(Role.AUDITOR, null, List.of()),
    OPERATOR(Role.OPERATOR, null, List.of()),
    EXPIRED(null, "ada", List.of("Atlas")),
    ADMIN(Role.ADMIN, null, List.of());

    private static final Duration LONG = Duration.ofHours(8);
    private static final Duration AGO = Duration.ofHours(-1);

    private final @Nullable Role role;
    private final @Nullable String contractor;
    private final List<String> projects;

    Principal(@Nullable Role role, @Nullable String contractor, List<String> projects) {
        this.role = role;
        this.contractor = contractor;
        this.projects = projects;
    }

    /** Null for nobody. Whoever is expired had every role. */
    @Nullable
    String token(Issuer issuer) {
        if (this == ANONYMOUS) return null;
        List<String> roles =
                role == null ? Arrays.stream(Role.values()).map(Role::label).toList() : List.of(role.label());
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject("person-" + name())
                .claim("roles", roles)
                .claim("projects", projects);
        if (contractor != null) claims.claim("contractor", contractor);
        return issuer.sign(claims, Date.from(Instant.now().plus(this == EXPIRED ? AGO : LONG)));
    }
}
