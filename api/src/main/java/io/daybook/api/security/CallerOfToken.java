package io.daybook.api.security;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Reads {@code sub}, {@code roles}, {@code contractor} and {@code projects} from a verified token.
 * Without {@code projects} an issuer's token approves nothing, a development token everything.
 */
final class CallerOfToken {
    private CallerOfToken() {}

    /** Errors: {@link TokenRefused} for nobody, and for claims of another type than documented. */
    static Caller of(Jwt token) {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank() || subject.equals(Subject.SYSTEM.value()))
            throw new TokenRefused(Refusal.SUBJECT);
        return new Caller(new Subject(subject), roles(token), contractor(token), projects(token), null);
    }

    private static Set<Role> roles(Jwt token) {
        Set<Role> roles = new HashSet<>();
        for (String label : strings(token, "roles")) Role.find(label).ifPresent(roles::add);
        return roles;
    }

    private static @Nullable ContractorId contractor(Jwt token) {
        Object reference = token.getClaim("contractor");
        if (reference == null) return null;
        if (reference instanceof String text) return text.isBlank() ? null : ContractorId.of(text);
        throw new TokenRefused(Refusal.CLAIMS);
    }

    private static @Nullable Set<String> projects(Jwt token) {
        boolean development = DevTokens.ISSUER.equals(token.getClaimAsString("iss"));
        return development && !token.hasClaim("projects") ? null : Set.copyOf(strings(token, "projects"));
    }

    /** One text is not taken for a list of it: whoever configured that would find out too late what else was read. */
    private static List<String> strings(Jwt token, String claim) {
        Object values = token.getClaim(claim);
        if (values == null) return List.of();
        if (!(values instanceof List<?> list)) throw new TokenRefused(Refusal.CLAIMS);
        return list.stream().map(CallerOfToken::text).toList();
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String text) return text;
        throw new TokenRefused(Refusal.CLAIMS);
    }
}
